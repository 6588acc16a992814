def micro(reading):
    return reading["value"]
