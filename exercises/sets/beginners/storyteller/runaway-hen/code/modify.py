print("Zoe ran out of the yard.")
print("Nobody could catch Zoe.")
print("In the evening Zoe came home by bus.")
