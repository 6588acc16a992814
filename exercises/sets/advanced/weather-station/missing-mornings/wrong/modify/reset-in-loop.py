def how_many(readings):
    for value in readings:
        count = 0
        if value is None:
            count = count + 1
    return count
