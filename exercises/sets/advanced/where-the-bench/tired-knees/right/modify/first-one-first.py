def nearest(place, benches):
    if len(benches) == 0:
        return None
    best = walk(place, benches[0])
    for bench in benches:
        if walk(place, bench) < best:
            best = walk(place, bench)
    return best
