def too_much(prices):
    low = min(prices)
    result = []
    for price in prices:
        result.append(price - low)
    return result


print(too_much([12, 9, 15]))
