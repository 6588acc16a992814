def coldest(readings):
    if not readings:
        return None
    return min(readings)
