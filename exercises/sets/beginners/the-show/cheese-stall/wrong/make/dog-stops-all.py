def bill(basket, prices):
    total = 0
    for thing in basket:
        total = total + prices[thing]
    return total
