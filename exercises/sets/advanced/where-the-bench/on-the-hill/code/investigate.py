houses = [[0, 0], [50, 0], [100, 50], [800, 100]]
for x in [50, 200, 400]:
    ways = []
    for house in houses:
        ways.append(abs(house[0] - x) + abs(house[1]))
    print(x, sum(ways), max(ways))
