def mean_known(readings):
    if not readings:
        return None
    return sum(readings) / len(readings)
