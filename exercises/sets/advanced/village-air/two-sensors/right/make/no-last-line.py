def micro(reading):
    if reading["unit"] == "mg":
        return reading["value"] * 1000
    elif reading["unit"] == "ug":
        return reading["value"]
