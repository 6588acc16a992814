def price(kilos):
    if kilos >= 5:
        return 35 * kilos
    return 40 * kilos

print(price(4))
print(price(5))
