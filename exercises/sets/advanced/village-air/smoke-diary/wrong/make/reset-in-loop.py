def diary(hours):
    result = {"clean": 0, "so-so": 0, "dirty": 0}
    for dust in hours:
        result = {"clean": 0, "so-so": 0, "dirty": 0}
        result[word(dust)] = result[word(dust)] + 1
    return result
