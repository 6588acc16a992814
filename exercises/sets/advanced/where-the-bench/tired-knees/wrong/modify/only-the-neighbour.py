def nearest(place, benches):
    best = None
    before = None
    for bench in benches:
        way = walk(place, bench)
        if before is None or way < before:
            best = way
        before = way
    return best
