times = {"ug": 1, "mg": 1000}


def micro(reading):
    unit = reading["unit"]
    if unit not in times:
        return None
    return reading["value"] * times[unit]
