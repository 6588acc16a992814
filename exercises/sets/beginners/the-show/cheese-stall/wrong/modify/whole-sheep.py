def price(grams):
    return 40 * grams
