def most(rows):
    known = [row for row in rows if row[1] is not None]
    if not known:
        return None
    return max(known, key=lambda row: row[1])[0]
