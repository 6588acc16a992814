guests = int(input("How many guests? "))
eggs = guests * 2
flour = guests * 100 + 50
print("Break {eggs} eggs.")
print("Add {flour} grams of flour.")
