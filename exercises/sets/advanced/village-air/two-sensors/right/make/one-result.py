def micro(reading):
    value = reading["value"]
    unit = reading["unit"]
    if unit == "mg":
        value = value * 1000
    elif unit != "ug":
        value = None
    return value


print("bus stop", micro({"value": 40, "unit": "ug"}))
