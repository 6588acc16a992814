def change(before, now):
    return 100 * (now - before) / before
