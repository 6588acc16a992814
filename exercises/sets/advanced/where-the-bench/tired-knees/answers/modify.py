def nearest(place, benches):
    best = None
    for bench in benches:
        way = walk(place, bench)
        if best is None:
            best = way
        best = min(best, way)
    return best
