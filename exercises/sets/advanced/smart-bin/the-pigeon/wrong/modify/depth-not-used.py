def percent(distance, depth):
    return 100 - distance
