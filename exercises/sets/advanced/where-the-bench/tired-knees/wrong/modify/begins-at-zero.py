def nearest(place, benches):
    best = 0
    for bench in benches:
        way = walk(place, bench)
        if way < best:
            best = way
    return best
