kilos = int(input("How heavy is the sack? "))
if kilos <= 30:
    people = 1
else:
    people = 2
print(f"{people} must carry it.")
