found = 1
big = input("Is it more than 2? ")
if big == "yes":
    found = found + 2
even = input("Is it 2 or 4? ")
if even == "yes":
    found = found + 1
print(f"I saw it in your eyes: {found}")
