guest = input("Who came? ")
animal = guest
print(f"This morning {animal} came into the kitchen.")
print(f"On Sunday {animal} wants to come again.")
print(f"Grandmother does not know what {animal} did.")
