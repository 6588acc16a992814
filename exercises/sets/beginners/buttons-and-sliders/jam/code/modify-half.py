def sugar(kilos):
    return kilos / ...


def jam(kilos):
    print(f"{kilos} kg of plums, {sugar(kilos)} kg of sugar")


interact(jam, kilos=slider(0, ...))
