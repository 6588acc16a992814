points = 0
throw = int(input("How many pins fell? "))
while throw > 0:
    points = points + throw
    throw = int(input("How many pins fell? "))
print(f"Points: {points}")
