animal = input("Which animal is it? ")
food = input("What does it eat? ")
print(f"Look, {animal}!")
print(f"Has anyone got {food}?")
