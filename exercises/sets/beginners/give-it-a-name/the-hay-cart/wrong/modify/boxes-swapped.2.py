def fits(width, height):
    return width <= 300 and height <= 250
