def middle(values):
    in_order = sorted(values)
    half = len(in_order)
    return (in_order[(half - 1) // 2] + in_order[half // 2]) / 2
