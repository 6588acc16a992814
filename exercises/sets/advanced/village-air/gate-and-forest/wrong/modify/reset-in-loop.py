def summary(air):
    for place in air:
        result = {}
        result[place] = sum(air[place]) / len(air[place])
    return result
