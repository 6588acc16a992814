def price(grams):
    return 40 * kilos / 1000
