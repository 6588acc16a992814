place = input("Where are you? ")
print(f"I am {place} and I have no umbrella.")
print(f"Nobody {place} has one.")
