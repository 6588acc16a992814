def grams(length, width, height):
    return length * width * height / 1000 * 1.24
