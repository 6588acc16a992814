minutes = int(input("How many minutes? "))
while minutes > 3:
    print(minutes)
    minutes = minutes - 3
print("The bus!")
