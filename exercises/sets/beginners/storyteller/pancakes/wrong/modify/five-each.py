guests = int(input("How many guests? "))
pancakes = guests * 5
print(f"Fry {pancakes} pancakes.")
