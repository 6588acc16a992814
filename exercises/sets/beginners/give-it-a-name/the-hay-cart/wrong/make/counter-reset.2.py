def how_many(heights):
    number = 0
    for height in heights:
        number = 0
        if fits(height):
            number = number + 1
    return number


def tallest(heights):
    best = 0
    for height in heights:
        if fits(height) and height > best:
            best = height
    return best
