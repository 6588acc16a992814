guests = int(input("How many guests? "))
pancakes = 3 * (guests + 2)
print(f"Fry {pancakes} pancakes.")
