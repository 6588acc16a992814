from math import ceil


def minutes(metres):
    return ceil(metres / 80)
