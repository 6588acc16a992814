def price(grams):
    kilos = grams / 100
    return 40 * kilos
