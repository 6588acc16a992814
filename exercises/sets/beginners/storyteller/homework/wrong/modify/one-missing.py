guest = input("Who came? ")
print(f"This morning {guest} came into the kitchen.")
print(f"On Sunday {guest} wants to come again.")
