hero = input("Who? ")
animal = input("Whom? ")
place = input("Where? ")
number = input("How many pancakes? ")
double = int(number) * 2
story = f"Yesterday {hero} met {animal} {place} and baked {number} pancakes."
tomorrow = f"Tomorrow there will be {double}."
