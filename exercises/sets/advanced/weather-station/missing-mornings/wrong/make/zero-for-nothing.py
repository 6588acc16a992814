def mean_known(readings):
    known = [value for value in readings if value is not None]
    if not known:
        return 0
    return sum(known) / len(known)
