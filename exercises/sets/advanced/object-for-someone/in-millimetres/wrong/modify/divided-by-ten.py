def grams(length, width, height):
    return length * width * height / 10 * 1.24
