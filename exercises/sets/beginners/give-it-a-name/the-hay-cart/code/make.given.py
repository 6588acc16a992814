def fits(height):
    return height <= 300
