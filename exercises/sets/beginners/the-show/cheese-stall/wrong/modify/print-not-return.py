def price(grams):
    kilos = grams / 1000
    print(40 * kilos)
