minutes = int(input("How many minutes? "))
while minutes > 0:
    print(minutes)
    for step in range(3):
        minutes = minutes - 1
print("The bus!")
