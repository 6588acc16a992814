minutes = int(input("How many minutes? "))
while minutes >= 1:
    print(minutes)
    minutes -= 3
print("The bus!")
