def coldest(readings):
    best = None
    for value in readings:
        if value is not None and (best is None or value < best):
            best = value
    print(best)
