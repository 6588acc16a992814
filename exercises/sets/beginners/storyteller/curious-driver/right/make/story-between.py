hero = input("Who is in the story? ")
print(f"One morning {hero} woke up late.")
place = input("Where? ")
print(f"It was quiet {place}. Too quiet.")
thing = input("What lay there? ")
ending = f"This is how {hero} found {thing} {place}."
print(ending)
print("The end")
