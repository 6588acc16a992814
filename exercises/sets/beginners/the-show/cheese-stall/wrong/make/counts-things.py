def bill(basket, prices):
    total = 0
    for thing in basket:
        if thing in prices:
            total = total + 1
    return total
