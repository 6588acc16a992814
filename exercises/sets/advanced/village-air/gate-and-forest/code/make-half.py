best = -1
best_place = None
for place in air:
    if len(air[place]) > 0:
        mean = ...
        if mean > best:
            best_place = place
            ...
