def most(rows):
    best = -1
    winner = None
    for row in rows:
        if row[1] is not None:
            if row[1] > best:
                best = row[1]
                winner = row[0]
    return winner
