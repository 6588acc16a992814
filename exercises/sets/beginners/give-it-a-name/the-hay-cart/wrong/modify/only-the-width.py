def fits(width, height):
    return width <= 250
