def how_many(heights):
    number = 0
    for height in heights:
        if height <= 300:
            number = number + 1
    return number


def tallest(heights):
    best = 0
    for height in heights:
        if height <= 300 and height > best:
            best = height
    return best
