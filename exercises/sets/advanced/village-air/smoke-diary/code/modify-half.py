def smoky(hours, ...):
    count = 0
    for dust in hours:
        if dust > ...:
            count = count + 1
