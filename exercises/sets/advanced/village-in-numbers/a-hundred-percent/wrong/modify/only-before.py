def change(before, now):
    if before is None or before == 0:
        return None
    return 100 * (now - before) / before
