def sugar(kilos):
    print(kilos / 2)


def jam(kilos):
    print(f"{kilos} kg of plums, {sugar(kilos)} kg of sugar")


interact(jam, kilos=slider(0, 25))
