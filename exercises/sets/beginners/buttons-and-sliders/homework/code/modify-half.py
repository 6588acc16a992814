def price(kilos):
    total = 12 + 2 * kilos
    if ...:
        total = ...
    return total


interact(price, kilos=slider(...))
