guests = int(input("How many guests? "))
pancakes = (guests + 2) * 3
print(f"Fry {pancakes} pancakes.")
