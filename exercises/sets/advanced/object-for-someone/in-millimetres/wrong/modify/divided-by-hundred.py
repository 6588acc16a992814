def grams(length, width, height):
    return length * width * height / 100 * 1.24
