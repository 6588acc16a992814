def trend(years, size):
    if len(years) < 2 * size:
        return None
    first = years[:size]
    last = years[-size:]
    first = [year or 0 for year in first]
    last = [year or 0 for year in last]
    return (sum(last) - sum(first)) / size


print(trend(decades, 2))
