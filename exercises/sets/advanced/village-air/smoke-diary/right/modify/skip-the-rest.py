def smoky(hours, limit):
    count = len(hours)
    for dust in hours:
        if dust <= limit:
            count -= 1
    return count
