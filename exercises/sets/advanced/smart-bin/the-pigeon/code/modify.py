def percent(distance):
    return 100 - distance
