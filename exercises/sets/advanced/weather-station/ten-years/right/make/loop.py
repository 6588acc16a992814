def trend(years, size):
    if size + size > len(years):
        return None
    result = 0
    for i in range(size):
        if years[i] is None or years[-1 - i] is None:
            return None
        result = result + years[-1 - i] - years[i]
    return result / size


print(trend(decades, 1))
