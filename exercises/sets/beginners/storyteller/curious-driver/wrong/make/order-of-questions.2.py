hero = input("Who? ")
thing = input("What? ")
place = input("Where? ")
ending = f"This is how {hero} found {thing} {place}."
print("Once it rained for three days.")
print(f"Only {hero} went out.")
print(ending)
