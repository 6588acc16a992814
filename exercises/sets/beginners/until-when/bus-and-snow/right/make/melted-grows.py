snow = int(input("How many centimetres of snow? "))
melted = 0
days = 0
while melted < snow:
    melted = melted + 4
    days = days + 1
    print(f"Day {days}: the nose falls off.")
