def price(grams):
    kilos = 1000 / grams
    return 40 * kilos
