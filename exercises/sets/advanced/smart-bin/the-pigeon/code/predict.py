depth = 100
for distance in [90, 40, 5]:
    level = depth - distance
    print(level)
