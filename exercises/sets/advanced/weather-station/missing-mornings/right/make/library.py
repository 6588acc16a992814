from statistics import mean


def mean_known(readings):
    known = [value for value in readings if value is not None]
    return mean(known) if known else None
