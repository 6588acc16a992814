def fits(width, height):
    print(width <= 250 and height <= 300)
