def how_many(readings):
    count = 0
    for value in readings:
        if not value:
            count = count + 1
    return count
