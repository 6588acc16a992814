guests = int(input("How many guests? "))
pancakes = guests * 3 + 2
print(f"Fry {pancakes} pancakes.")
