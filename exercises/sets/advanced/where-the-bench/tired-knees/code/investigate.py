houses = {"Viorica": [100, 50], "Toader": [400, 0], "Safta": [200, 300]}
bench = [100, 0]
for name, place in houses.items():
    way = abs(place[0] - bench[0]) + abs(place[1] - bench[1])
    print(name, "walks", way)
