def price(kilos):
    return 12 + 2 * kilos


interact(price, kilos=slider(0, 100))
