def trend(years, size):
    if 2 * size > len(years) or None in years[:size] + years[-size:]:
        return None
    return sum(years[-size:]) / size - sum(years[:size]) / size
