voice = input("Who is there? ")
while voice != "mother":
    print("Go away!")
    voice = input("Who is there? ")
print("Come in!")
