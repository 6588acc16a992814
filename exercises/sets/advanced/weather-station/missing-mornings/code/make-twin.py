def mean_price(prices):
    total = 0
    for price in prices:
        total = total + price
    if len(prices) == 0:
        return 0
    return total / len(prices)
