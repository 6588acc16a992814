def smoky(hours, limit):
    count = 0
    for dust in hours:
        count = 0
        if dust > limit:
            count = count + 1
    return count
