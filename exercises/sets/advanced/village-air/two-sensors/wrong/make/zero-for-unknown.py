def micro(reading):
    if reading["unit"] == "ug":
        return reading["value"]
    if reading["unit"] == "mg":
        return reading["value"] * 1000
    return 0


print(micro({"value": 0.02, "unit": "mg"}))
