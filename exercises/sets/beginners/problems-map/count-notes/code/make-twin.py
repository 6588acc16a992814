def baskets(walnuts):
    full = {"big": 0, "small": 0}
    for size in walnuts:
        if size > 3:
            full["big"] = full["big"] + 1
        else:
            full["small"] = full["small"] + 1
    return full

print(baskets([4, 2, 5]))
