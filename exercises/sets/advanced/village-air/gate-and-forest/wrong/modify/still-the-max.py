def summary(air):
    result = {}
    for place in air:
        mean = max(air[place])
        result[place] = mean
    return result
