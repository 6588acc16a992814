def nearest(place, benches):
    best = None
    for bench in benches:
        best = walk(place, bench)
    return best
