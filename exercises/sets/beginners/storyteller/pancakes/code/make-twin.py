sheep = int(input("How many sheep? "))
hay = sheep * 4
water = sheep * 6 + 10
print(f"Hay: {hay} kilos")
print(f"Water: {water} litres")
