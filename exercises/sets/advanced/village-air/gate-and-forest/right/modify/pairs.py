def summary(air):
    result = {}
    for place, readings in air.items():
        total = 0
        for value in readings:
            total += value
        result[place] = total / len(readings)
    return result
