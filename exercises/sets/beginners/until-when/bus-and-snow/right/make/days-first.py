snow = int(input("How many centimetres of snow? "))
days = 0
while snow >= 1:
    days += 1
    snow -= 4
print(days)
