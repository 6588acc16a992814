def most(rows):
    best = 0
    winner = None
    for name, number in rows:
        if number is not None and number > best:
            best = number
            winner = name
    return winner
