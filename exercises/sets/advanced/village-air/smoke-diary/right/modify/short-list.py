def smoky(hours, limit):
    return len([dust for dust in hours if dust > limit])
