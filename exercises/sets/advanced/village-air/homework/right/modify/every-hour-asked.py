def hours(first, last, every):
    result = []
    for hour in range(first, last + 1):
        if (hour - first) % every == 0:
            result.append(hour)
    return result
