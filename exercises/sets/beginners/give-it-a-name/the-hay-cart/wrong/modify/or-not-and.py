def fits(width, height):
    return width <= 250 or height <= 300
