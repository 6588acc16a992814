def percent(distance, depth):
    return depth - distance
