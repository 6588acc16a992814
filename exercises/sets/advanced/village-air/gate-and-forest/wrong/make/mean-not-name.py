def dustiest(air):
    best = -1
    best_place = None
    for place in air:
        if len(air[place]) > 0:
            mean = sum(air[place]) / len(air[place])
            if mean > best:
                best = mean
                best_place = place
    return best if best_place else None


print(dustiest(village))
bar_chart({"gate": 35, "forest": 24, "market": 20}, title="Dust on Monday")
