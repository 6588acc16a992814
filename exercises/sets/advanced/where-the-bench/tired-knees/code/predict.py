house = 300
best = None
for bench in [700, 100, 900]:
    way = abs(house - bench)
    if best is None or way < best:
        best = way
print(best)
