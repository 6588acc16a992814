def dustiest(air):
    best_place = None
    best = 0
    for place in reversed(list(air)):
        if len(air[place]) == 0:
            continue
        mean = sum(air[place]) / len(air[place])
        if mean >= best:
            best, best_place = mean, place
    return best_place


bar_chart({"gate": 35, "forest": 24}, title="Our air", y_from=0)
