big = input("Is it more than 2? ")
even = input("Is it 2 or 4? ")
found = 4
if big != "yes":
    found = 2
if even != "yes":
    found = found - 1
print("Found it!", found)
