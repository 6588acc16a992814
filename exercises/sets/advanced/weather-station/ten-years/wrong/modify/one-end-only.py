def change(years):
    first = sum(years[:3]) / 3
    last = years[-1]
    return last - first
