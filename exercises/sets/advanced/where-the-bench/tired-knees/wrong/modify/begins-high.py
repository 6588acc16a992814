def nearest(place, benches):
    best = 10000
    for bench in benches:
        way = walk(place, bench)
        if way < best:
            best = way
    return best
