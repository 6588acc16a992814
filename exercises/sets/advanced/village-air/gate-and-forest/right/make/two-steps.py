def mean(readings):
    return sum(readings) / len(readings)


def dustiest(air):
    best_place = None
    for place, readings in air.items():
        if not readings:
            continue
        if best_place is None or mean(readings) > mean(air[best_place]):
            best_place = place
    return best_place


bar_chart([35, 24, 20], ["gate", "forest", "market"], "Who made the smoke?")
