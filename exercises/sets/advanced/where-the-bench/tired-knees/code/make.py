def too_far(houses, benches, limit):
    ...


print(too_far(village, [[300, 300], [100, 100]], 200))
