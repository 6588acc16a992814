def fits(width, height):
    return height <= 300
