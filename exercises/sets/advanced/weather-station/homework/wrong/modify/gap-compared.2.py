def coldest(readings):
    best = readings[0]
    for value in readings:
        if value < best:
            best = value
    return best
