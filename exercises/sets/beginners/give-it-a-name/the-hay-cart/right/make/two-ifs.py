def tallest(heights):
    best = 0
    for height in heights:
        if fits(height):
            if best < height:
                best = height
    return best

def how_many(heights):
    number = len(heights)
    for height in heights:
        if not fits(height):
            number -= 1
    return number
