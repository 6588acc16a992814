def change(before, now):
    percent = 100 * (now - before) / before
    if before is None or now is None or before == 0:
        return None
    return percent
