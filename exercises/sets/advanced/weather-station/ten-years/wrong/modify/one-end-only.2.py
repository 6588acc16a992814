def change(years):
    first = years[0]
    last = sum(years[-3:]) / 3
    return last - first
