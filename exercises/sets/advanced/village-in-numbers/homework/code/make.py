def most(rows):
    best = None
    winner = None
    for name, number in rows:
        ...
