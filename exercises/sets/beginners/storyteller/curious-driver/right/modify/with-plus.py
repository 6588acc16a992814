a = input("Where do we go? ")
b = input("What do you carry? ")
print("Get on! We drive " + a + ".")
print("One ticket for you, one for " + b + ".")
