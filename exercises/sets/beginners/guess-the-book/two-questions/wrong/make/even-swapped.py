big = input("Is it more than 2? ")
even = input("Is it 2 or 4? ")
if big == "yes":
    if even == "yes":
        found = 3
    else:
        found = 4
else:
    if even == "yes":
        found = 1
    else:
        found = 2
print(f"It is {found}!")
