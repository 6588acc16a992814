def hours(first, last, every):
    result = []
    hour = 0
    while hour <= last:
        result.append(hour)
        hour = hour + every
    return result
