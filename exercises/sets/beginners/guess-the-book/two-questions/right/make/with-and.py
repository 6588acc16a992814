big = input("Is it more than 2? ")
even = input("Is it 2 or 4? ")
if big == "yes" and even == "yes":
    found = 4
elif big == "yes":
    found = 3
elif even == "yes":
    found = 2
else:
    found = 1
print(found)
