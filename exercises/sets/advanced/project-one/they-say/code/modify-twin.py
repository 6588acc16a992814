def brown(eggs):
    whole = eggs.count("brown") + eggs.count("white")
    if whole == 0:
        return None
    return eggs.count("brown") / whole


print(brown(["brown", "white", "broken", "brown"]))
