def percent(distance, depth):
    return distance * 100 / depth
