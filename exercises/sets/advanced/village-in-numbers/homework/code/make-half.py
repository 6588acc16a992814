def most(rows):
    best = None
    winner = None
    for name, number in rows:
        if number is not None:
            if best is None or ...:
                best = number
                winner = name
