def micro(reading):
    if reading["unit"] == "ug":
        return reading["value"]
    if reading["unit"] == ...:
        return ...
