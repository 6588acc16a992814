found = 4
if input("Is it 1? ") == "yes":
    found = 1
if input("Is it 2? ") == "yes":
    found = 2
if input("Is it 3? ") == "yes":
    found = 3
print(found)
