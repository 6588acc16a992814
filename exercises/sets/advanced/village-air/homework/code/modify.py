def hours(first, last):
    result = []
    hour = first
    while hour <= last:
        result.append(hour)
        hour = hour + 1
    return result
