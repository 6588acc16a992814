def summary(air):
    result = {}
    for place in air:
        result[place] = sum(air[place]) / len(air[place])
        return result
