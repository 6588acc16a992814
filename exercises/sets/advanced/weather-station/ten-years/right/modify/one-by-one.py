def change(years):
    first = years[0] + years[1] + years[2]
    last = years[-1] + years[-2] + years[-3]
    return (last - first) / 3
