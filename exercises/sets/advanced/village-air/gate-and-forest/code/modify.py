def summary(air):
    result = {}
    for place in air:
        result[place] = max(air[place])
    return result
