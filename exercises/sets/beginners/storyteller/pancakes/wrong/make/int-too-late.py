guests = input("How many guests? ")
eggs = guests * 2
flour = int(guests) * 100 + 50
print(f"Break {eggs} eggs.")
print(f"Add {flour} grams of flour.")
