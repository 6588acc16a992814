def coldest(readings):
    best = 100
    for value in readings:
        if value is not None and value < best:
            best = value
    return best
