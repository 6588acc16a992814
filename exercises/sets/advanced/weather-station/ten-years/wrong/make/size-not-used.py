def trend(years, size):
    if len(years) < 4:
        return None
    first = years[:2]
    last = years[-2:]
    if None in first or None in last:
        return None
    return (sum(last) - sum(first)) / 2


print(trend(decades, 2))
