def mean_known(readings):
    known = [value for value in readings if value]
    if not known:
        return None
    return sum(known) / len(known)
