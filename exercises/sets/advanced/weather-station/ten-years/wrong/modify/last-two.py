def change(years):
    first = sum(years[:3]) / 3
    last = sum(years[-2:]) / 3
    return last - first
