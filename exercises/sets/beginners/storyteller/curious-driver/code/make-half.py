hero = input("Who? ")
place = input("Where? ")
thing = ...
print(f"{hero} was bored.")
ending = f"This is how {hero} found {...} {...}."
