def percent(distance, depth):
    print((depth - distance) * 100 / depth)
