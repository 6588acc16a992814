def fits(height, width):
    return width <= 250 and height <= 300
