air = {
    "gate": [30, 40, 35],
    "forest": [6, 60, 6],
}
for place in air:
    print(place, sum(air[place]) / len(air[place]))
