snacks = {"goat": "hay", "cat": "milk"}
guest = input("Who is at the door? ")
while guest != "nobody":
    if guest in snacks:
        print("Have some", snacks[guest])
    guest = input("Who is at the door? ")
print("It is quiet in the yard.")
