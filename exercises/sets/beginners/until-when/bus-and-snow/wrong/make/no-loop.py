snow = int(input("How many centimetres of snow? "))
days = (snow + 3) // 4
print(days)
