def percent(distance, depth):
    return 100 - 100 * distance / depth
