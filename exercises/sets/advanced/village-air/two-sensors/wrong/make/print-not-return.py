def micro(reading):
    if reading["unit"] == "ug":
        print(reading["value"])
    if reading["unit"] == "mg":
        print(reading["value"] * 1000)
    return None


print(micro({"value": 0.02, "unit": "mg"}))
