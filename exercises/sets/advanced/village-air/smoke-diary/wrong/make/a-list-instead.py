def diary(hours):
    result = [0, 0, 0]
    for dust in hours:
        if dust <= 10:
            result[0] = result[0] + 1
        elif dust <= 25:
            result[1] = result[1] + 1
        else:
            result[2] = result[2] + 1
    return result
