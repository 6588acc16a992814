def smoky(hours, limit):
    count = 0
    for dust in hours:
        if dust >= limit:
            count = count + 1
    return count
