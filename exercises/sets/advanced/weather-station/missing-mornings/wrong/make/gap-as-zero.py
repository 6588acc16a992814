def mean_known(readings):
    total = 0
    for value in readings:
        if value is not None:
            total = total + value
    if len(readings) == 0:
        return None
    return total / len(readings)
