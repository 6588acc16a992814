def range_of(prices):
    result = {}
    for shop in prices:
        result[shop] = max(prices[shop]) - min(prices[shop])
    return result
