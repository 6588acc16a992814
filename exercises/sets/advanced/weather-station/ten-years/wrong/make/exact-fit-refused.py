def trend(years, size):
    if len(years) <= 2 * size:
        return None
    first = years[:size]
    last = years[-size:]
    if None in first or None in last:
        return None
    return (sum(last) - sum(first)) / size


print(trend(decades, 2))
