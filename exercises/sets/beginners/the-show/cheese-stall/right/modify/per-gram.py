def price(grams):
    return grams * 0.04
