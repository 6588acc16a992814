def change(before, now):
    if None in [before, now] or not before:
        return None
    return (now / before - 1) * 100
