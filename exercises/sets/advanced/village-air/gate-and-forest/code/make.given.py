village = {
    "gate": [30, 40, 35],
    "forest": [6, 60, 6],
    "market": [22, 18],
}
