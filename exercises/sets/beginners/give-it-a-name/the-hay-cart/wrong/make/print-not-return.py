def how_many(heights):
    number = 0
    for height in heights:
        if fits(height):
            number = number + 1
    print(number)


def tallest(heights):
    best = 0
    for height in heights:
        if fits(height) and height > best:
            best = height
    print(best)
