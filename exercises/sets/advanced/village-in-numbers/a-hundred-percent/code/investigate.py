for before, now in [[2, 4], [40, 42], [800, 804]]:
    more = now - before
    percent = 100 * more / before
    print(before, now, more, percent)
