guests = int(input("How many guests? "))
pancakes = guests * 3
print(f"Fry {pancakes}2 pancakes.")
