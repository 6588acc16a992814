guests = int(input("How many guests? "))
pancakes = guests * 3
extra = "2"
print(f"Fry {pancakes}{extra} pancakes.")
