def price(kilos):
    return 40 * kilos

for kilos in [1, 3]:
    print(f"{kilos} kg: {price(kilos)} lei")
