guest = input("Who came? ")
print("This morning " + guest + " came into the kitchen.")
print("On Sunday", guest, "wants to come again.")
print("Grandmother does not know what " + guest + " did.")
