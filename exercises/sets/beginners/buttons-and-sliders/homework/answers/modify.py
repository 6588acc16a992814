def price(kilos):
    total = 12 + 2 * kilos
    if kilos > 10:
        total = total + 5
    return total


interact(price, kilos=slider(1, 30))
