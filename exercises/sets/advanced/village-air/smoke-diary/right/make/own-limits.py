def diary(hours):
    result = {"clean": 0, "so-so": 0, "dirty": 0}
    for dust in hours:
        if dust <= 10:
            result["clean"] = result["clean"] + 1
        elif dust <= 25:
            result["so-so"] = result["so-so"] + 1
        else:
            result["dirty"] = result["dirty"] + 1
    return result
