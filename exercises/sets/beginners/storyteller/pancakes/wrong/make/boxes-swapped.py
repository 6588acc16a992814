guests = int(input("How many guests? "))
flour = guests * 2
eggs = guests * 100 + 50
print(f"Break {eggs} eggs.")
print(f"Add {flour} grams of flour.")
