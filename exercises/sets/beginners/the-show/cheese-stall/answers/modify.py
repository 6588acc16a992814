def price(grams):
    kilos = grams / 1000
    return 40 * kilos

print(price(750))
