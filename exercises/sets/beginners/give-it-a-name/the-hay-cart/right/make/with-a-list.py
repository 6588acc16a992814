def good(heights):
    return [height for height in heights if fits(height)]

def how_many(heights):
    return len(good(heights))

def tallest(heights):
    if how_many(heights) == 0:
        return 0
    return max(good(heights))
