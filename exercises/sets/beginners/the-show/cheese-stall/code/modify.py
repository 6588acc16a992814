def price(kilos):
    return 40 * kilos

print(price(3))
