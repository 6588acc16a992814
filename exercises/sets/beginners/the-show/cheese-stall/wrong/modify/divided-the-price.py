def price(grams):
    return 40 / 1000
