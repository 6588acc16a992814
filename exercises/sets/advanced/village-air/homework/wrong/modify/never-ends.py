def hours(first, last, every):
    result = []
    hour = first
    while hour <= last:
        result.append(hour)
        hour = first + every
    return result
