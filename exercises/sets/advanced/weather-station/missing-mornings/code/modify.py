def how_many(readings):
    count = 0
    for value in readings:
        if value is not None:
            count = count + 1
    return count
