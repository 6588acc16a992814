def trend(years, size):
    if years == []:
        return None
    first = years[:size]
    last = years[-size:]
    if None in first or None in last:
        return None
    return (sum(last) - sum(first)) / size


print(trend(decades, 2))
