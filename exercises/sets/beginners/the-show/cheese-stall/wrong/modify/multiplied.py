def price(grams):
    kilos = grams * 1000
    return 40 * kilos
