def bill(basket, prices):
    total = 0
    for thing in basket:
        total += prices.get(thing, 0)
    return total
