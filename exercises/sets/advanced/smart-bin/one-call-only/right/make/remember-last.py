def messages(levels, limit):
    result = []
    full = False
    for level in levels:
        before = full
        full = level >= limit
        if not full:
            result = result + ["fine"]
        elif before:
            result = result + ["wait"]
        else:
            result = result + ["call"]
    return result
