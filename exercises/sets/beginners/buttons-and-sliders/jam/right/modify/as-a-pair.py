def sugar(kilos):
    half = kilos / 2
    return half


interact(sugar, kilos=(0, 25))
