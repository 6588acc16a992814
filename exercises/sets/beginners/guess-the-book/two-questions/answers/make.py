big = input("Is it more than 2? ")
even = input("Is it 2 or 4? ")
if big == "yes":
    if even == "yes":
        found = 4
    else:
        found = 3
else:
    if even == "yes":
        found = 2
    else:
        found = 1
print(f"It is {found}!")
