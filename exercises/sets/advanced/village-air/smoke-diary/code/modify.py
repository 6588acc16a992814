def smoky(hours):
    count = 0
    for dust in hours:
        if dust > 25:
            count = count + 1
    return count
