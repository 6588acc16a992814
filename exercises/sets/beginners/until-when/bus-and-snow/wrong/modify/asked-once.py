minutes = int(input("How many minutes? "))
if minutes > 0:
    print(minutes)
    minutes = minutes - 3
print("The bus!")
