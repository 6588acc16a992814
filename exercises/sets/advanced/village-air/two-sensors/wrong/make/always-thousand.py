def micro(reading):
    return reading["value"] * 1000
