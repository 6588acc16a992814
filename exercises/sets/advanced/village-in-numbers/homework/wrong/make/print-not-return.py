def most(rows):
    best = None
    winner = None
    for name, number in rows:
        if number is not None and (best is None or number > best):
            best = number
            winner = name
    print(winner)
