def diary(hours):
    result = {"clean": 0, "so-so": 0, "dirty": 0}
    for dust in hours:
        result[word(dust)] = ...
