def mean(values):
    if None in values:
        return None
    return sum(values) / len(values)


def trend(years, size):
    first = mean(years[:size]) if size * 2 <= len(years) else None
    last = mean(years[len(years) - size:]) if first is not None else None
    if last is None:
        return None
    return last - first
