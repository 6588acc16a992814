def middle(values):
    in_order = sorted(values)
    half = len(in_order) // 2
    return in_order[half]
