def micro(reading):
    if reading["unit"] == "ug":
        return reading["value"]
    else:
        return reading["value"] * 1000
