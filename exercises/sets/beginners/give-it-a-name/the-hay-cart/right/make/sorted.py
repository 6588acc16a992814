def how_many(heights):
    good = []
    for height in heights:
        if fits(height):
            good.append(height)
    return len(good)

def tallest(heights):
    best = 0
    for height in sorted(heights):
        if fits(height):
            best = height
    return best
