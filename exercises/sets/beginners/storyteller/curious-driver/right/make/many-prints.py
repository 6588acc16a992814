hero = input("Who? ")
place = input("Where? ")
thing = input("What? ")
first = f"This is how {hero} found"
ending = f"{first} {thing} {place}."
print("***")
print(ending)
print("***")
print("The end")
