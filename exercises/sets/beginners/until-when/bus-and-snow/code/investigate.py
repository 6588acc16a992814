minutes = 3
while minutes > 0:
    print(minutes)
    minutes = minutes - 1
print("The bus!")
