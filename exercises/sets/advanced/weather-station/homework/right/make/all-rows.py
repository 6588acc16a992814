def longest(readings):
    rows = [0]
    for value in readings:
        if value is None:
            rows.append(0)
        else:
            rows[-1] = rows[-1] + 1
    return max(rows)
