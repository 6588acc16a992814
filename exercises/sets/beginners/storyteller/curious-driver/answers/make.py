hero = input("Who? ")
place = input("Where? ")
thing = input("What? ")
ending = f"This is how {hero} found {thing} {place}."
print("Once it rained for three days.")
print(f"Only {hero} went out.")
print(ending)
