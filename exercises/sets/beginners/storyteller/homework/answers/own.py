# My story, and its funniest blank:
hero = "The mayor"
animal = "a cow"
place = "in his pocket"
number = 7
print(f"{hero} lost {animal} and looked for it for days.")
print(f"It was {place}, and {number} people laughed.")
# The mayor lost a cow in his pocket. The place was the funniest blank.
