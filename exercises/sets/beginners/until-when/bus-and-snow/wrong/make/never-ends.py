snow = int(input("How many centimetres of snow? "))
days = 0
while snow != 0:
    snow = snow - 4
    days = days + 1
print(f"Snowman, you have {days} days.")
