def nearest(place, benches):
    best = None
    for bench in benches:
        way = walk(place, bench)
        if best is None or way < best:
            best = way
        return best
