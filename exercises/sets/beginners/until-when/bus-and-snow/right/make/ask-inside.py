snow = int(input("How many centimetres of snow? "))
days = 0
while True:
    if snow <= 0:
        break
    snow = snow - 4
    days = days + 1
print("Puddle!")
