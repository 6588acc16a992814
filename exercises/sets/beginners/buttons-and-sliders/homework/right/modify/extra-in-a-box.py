def price(kilos):
    extra = 0
    if kilos >= 11:
        extra = 5
    return 12 + kilos * 2 + extra


interact(price, kilos=(1, 30))
