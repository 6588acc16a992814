minutes = int(input("How many minutes? "))
while minutes > 0:
    print(minutes)
    minutes = minutes - 1
print("The bus!")
