hero = input("Who? ")
place = input("Where? ")
thing = input("What? ")
ending = "This is how the goat found an umbrella at the river."
print("Once it rained for three days.")
print(f"Only {hero} went out.")
print(ending)
