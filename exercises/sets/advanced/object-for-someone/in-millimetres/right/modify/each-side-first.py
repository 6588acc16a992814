def grams(length, width, height):
    cubic_cm = (length / 10) * (width / 10) * (height / 10)
    return cubic_cm * 1.24
