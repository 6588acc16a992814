def nearest(place, benches):
    ways = []
    for bench in benches:
        ways.append(walk(place, bench))
    if ways == []:
        return None
    return min(ways)
