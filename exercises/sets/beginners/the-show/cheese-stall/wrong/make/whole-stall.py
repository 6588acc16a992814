def bill(basket, prices):
    total = 0
    for thing in prices:
        total = total + prices[thing]
    return total
