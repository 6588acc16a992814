def packed(bag):
    result = []
    for thing in ["water", "hat", "bread"]:
        text = bag.get(thing, "")
        if text == "":
            result.append(thing)
        elif thing == "water" and len(text) < 12:
            result.append(thing)
    return result


print(packed({"water": "one litre", "hat": "straw"}))
