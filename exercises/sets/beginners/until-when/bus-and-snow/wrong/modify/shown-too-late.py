minutes = int(input("How many minutes? "))
while minutes > 0:
    minutes = minutes - 3
    print(minutes)
print("The bus!")
