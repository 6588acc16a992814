def fits(width, height):
    return width > 250 and height > 300
