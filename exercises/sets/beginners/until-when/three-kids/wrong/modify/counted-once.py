voice = input("Who is there? ")
wolves = 0
while voice != "mother":
    print("Go away!")
    voice = input("Who is there? ")
print("Come in!")
wolves = wolves + 1
print(f"Wolves: {wolves}")
