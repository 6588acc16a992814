def coldest(readings):
    known = [value for value in readings if value is not None]
    if not known:
        return None
    return min(known)
