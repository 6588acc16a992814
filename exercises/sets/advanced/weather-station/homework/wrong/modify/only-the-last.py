def coldest(readings):
    best = None
    for value in readings:
        if value is not None:
            best = value
    return best
