def fridge(degrees_now):
    result = []
    cooling = False
    for degree in degrees_now:
        if degree >= 8:
            cooling = True
        elif degree <= 4:
            cooling = False
        result.append(cooling)
    return result
