def most(rows):
    best = -1
    winner = None
    for name, number in rows:
        if number is not None and number > best:
            winner = name
    return winner
