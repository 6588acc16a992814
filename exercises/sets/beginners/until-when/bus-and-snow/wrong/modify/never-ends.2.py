minutes = int(input("How many minutes? "))
while minutes > 0:
    print(minutes)
    minutes = 3
print("The bus!")
