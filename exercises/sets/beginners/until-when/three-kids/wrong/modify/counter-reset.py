voice = input("Who is there? ")
while voice != "mother":
    print("Go away!")
    wolves = 0
    wolves = wolves + 1
    voice = input("Who is there? ")
print("Come in!")
print(f"Wolves: {wolves}")
