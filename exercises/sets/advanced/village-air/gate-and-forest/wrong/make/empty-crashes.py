def dustiest(air):
    best = -1
    best_place = None
    for place in air:
        if True:
            mean = sum(air[place]) / len(air[place])
            if mean > best:
                best = mean
                best_place = place
    return best_place


print(dustiest(village))
bar_chart({"gate": 35, "forest": 24, "market": 20}, title="Dust on Monday")
