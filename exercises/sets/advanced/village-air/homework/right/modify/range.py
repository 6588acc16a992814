def hours(first, last, every):
    return list(range(first, last + 1, every))
