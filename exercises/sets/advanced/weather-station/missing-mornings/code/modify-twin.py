def how_many_frosty(readings):
    count = 0
    for value in readings:
        if value is not None and value < 0:
            count = count + 1
    return count
