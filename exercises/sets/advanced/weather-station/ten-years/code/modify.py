def change(years):
    first = years[0]
    last = years[-1]
    return last - first
