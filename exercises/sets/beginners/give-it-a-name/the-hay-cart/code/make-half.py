def how_many(heights):
    number = 0
    for height in heights:
        if ...:
            number = number + 1
    return number

def tallest(heights):
    best = 0
    ...
