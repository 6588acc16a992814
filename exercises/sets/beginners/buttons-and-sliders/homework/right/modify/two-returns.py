def price(kilos):
    if kilos <= 10:
        return 12 + 2 * kilos
    return 17 + 2 * kilos


interact(price, kilos=slider(1, 30, start=5))
