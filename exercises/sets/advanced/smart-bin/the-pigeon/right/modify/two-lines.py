def percent(distance, depth):
    rubbish = depth - distance
    return rubbish / depth * 100
