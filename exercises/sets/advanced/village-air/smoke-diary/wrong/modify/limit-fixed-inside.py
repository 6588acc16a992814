def smoky(hours, limit):
    limit = 10
    count = 0
    for dust in hours:
        if dust > limit:
            count = count + 1
    return count
