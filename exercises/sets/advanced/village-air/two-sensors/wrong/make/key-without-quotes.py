def micro(reading):
    if reading[unit] == "ug":
        return reading[value]
    if reading[unit] == "mg":
        return reading[value] * 1000
    return None
