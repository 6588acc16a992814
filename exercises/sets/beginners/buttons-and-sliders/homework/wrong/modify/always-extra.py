def price(kilos):
    return 12 + 2 * kilos + 5


interact(price, kilos=slider(1, 30))
