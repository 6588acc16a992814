def micro(reading):
    if reading["unit"] == "ug":
        return str(reading["value"])
    if reading["unit"] == "mg":
        return str(reading["value"] * 1000)
    return None


print(micro({"value": 0.02, "unit": "mg"}))
