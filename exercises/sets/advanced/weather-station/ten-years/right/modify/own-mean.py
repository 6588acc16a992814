def mean(values):
    return sum(values) / len(values)


def change(years):
    return mean(years[-3:]) - mean(years[:3])
