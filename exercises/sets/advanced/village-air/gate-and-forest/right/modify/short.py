from statistics import mean


def summary(air):
    return {place: mean(air[place]) for place in air}
