def how_many(heights):
    return len(heights)


def tallest(heights):
    best = 0
    for height in heights:
        if fits(height) and height > best:
            best = height
    return best
