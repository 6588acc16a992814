from statistics import fmean


def summary(air):
    return {place: fmean(air[place]) for place in air}
