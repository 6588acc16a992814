def diary(hours):
    result = {}
    for dust in hours:
        if word(dust) in result:
            result[word(dust)] = result[word(dust)] + 1
        else:
            result[word(dust)] = 1
    return result
