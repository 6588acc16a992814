def how_many(readings):
    count = 0
    for value in readings:
        if value = None:
            count = count + 1
    return count
