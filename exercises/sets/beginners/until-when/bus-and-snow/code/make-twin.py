wood = int(input("How many logs? "))
evenings = 0
while wood > 0:
    wood = wood - 6
    evenings = evenings + 1
print(f"Warm evenings: {evenings}")
