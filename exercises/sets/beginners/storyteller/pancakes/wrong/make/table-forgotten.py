guests = int(input("How many guests? "))
eggs = guests * 2
flour = guests * 100
print(f"Break {eggs} eggs.")
print(f"Add {flour} grams of flour.")
