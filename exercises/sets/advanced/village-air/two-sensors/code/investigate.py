gate = {"value": 12, "unit": "ug"}
forest = {"value": 0.03, "unit": "mg"}
print(gate["value"] + forest["value"])
