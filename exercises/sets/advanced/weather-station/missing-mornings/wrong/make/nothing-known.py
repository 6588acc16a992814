def mean_known(readings):
    known = [value for value in readings if value is not None]
    return sum(known) / len(known)
