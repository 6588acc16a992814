gate = {"value": 12, "unit": "ug"}
forest = {"value": 0.03, "unit": "mg"}
if gate["value"] > forest["value"]:
    print("gate")
else:
    print("forest")
