def change(before, now):
    if before is None and now is None and before == 0:
        return None
    return 100 * (now - before) / before
