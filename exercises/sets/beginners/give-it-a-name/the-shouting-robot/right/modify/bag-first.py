def price(doughnuts):
    result = 1
    for bag in range(doughnuts):
        result = result + 4
    return result
