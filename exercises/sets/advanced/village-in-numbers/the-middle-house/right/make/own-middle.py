def middle(values):
    in_order = sorted(values)
    half = len(in_order) // 2
    if len(in_order) == 0:
        return None
    if len(in_order) % 2 == 1:
        return in_order[half]
    return (in_order[half - 1] + in_order[half]) / 2


def street(lines):
    known, unknown = [], 0
    for line in lines:
        text = line.split(",")[1]
        if not text.isdigit():
            unknown += 1
            continue
        known.append(int(text))
    return [middle(known), unknown]


print(street(["2,4", "4,", "6,96"]))
