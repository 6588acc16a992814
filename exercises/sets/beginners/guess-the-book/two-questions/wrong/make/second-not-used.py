big = input("Is it more than 2? ")
even = input("Is it 2 or 4? ")
if big == "yes":
    found = 3
else:
    found = 1
print(f"It is {found}!")
