def change(before, now):
    if before == 0:
        return 100
    if before is None or now is None:
        return None
    return 100 * (now - before) / before
