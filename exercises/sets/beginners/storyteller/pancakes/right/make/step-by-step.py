guests = int(input("How many guests? "))
flour = 50
eggs = 0
for guest in range(guests):
    flour = flour + 100
    eggs = eggs + 2
print(f"Eggs: {eggs}")
print(f"Flour: {flour}")
