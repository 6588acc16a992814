def middle(values):
    in_order = sorted(values)
    half = len(in_order) // 2
    if len(in_order) % 2 == 0:
        return in_order[half - 1]
    return in_order[half]
