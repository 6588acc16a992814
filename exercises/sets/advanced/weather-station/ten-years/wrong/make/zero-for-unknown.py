def trend(years, size):
    if len(years) < 2 * size:
        return 0
    first = years[:size]
    last = years[-size:]
    if None in first or None in last:
        return 0
    return (sum(last) - sum(first)) / size


print(trend(decades, 2))
