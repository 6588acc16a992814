best = None
for bench in benches:
    way = ...
    if best is None or ...:
        best = way
