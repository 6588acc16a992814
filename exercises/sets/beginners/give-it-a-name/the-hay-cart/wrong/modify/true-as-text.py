def fits(width, height):
    if width <= 250 and height <= 300:
        return "True"
    return "False"
