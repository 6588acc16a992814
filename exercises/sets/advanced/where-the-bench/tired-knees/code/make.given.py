def walk(a, b):
    return abs(b[0] - a[0]) + abs(b[1] - a[1])


def nearest(place, benches):
    if not benches:
        return None
    return min([walk(place, bench) for bench in benches])


village = {
    "Viorica": [0, 100],
    "Safta": [200, 200],
    "Toader": [100, 0],
    "Leana": [600, 400],
    "Ilie": [500, 400],
    "Fănel": [700, 400],
}
