def change(before, now):
    if not before or not now:
        return None
    return 100 * (now - before) / before
