def percent(distance, depth):
    return depth - distance * 100 / depth
