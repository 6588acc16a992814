def change(before, now):
    if before == 0:
        return None
    if before is None:
        return None
    if now is None:
        return None
    more = now - before
    return more * 100 / before
