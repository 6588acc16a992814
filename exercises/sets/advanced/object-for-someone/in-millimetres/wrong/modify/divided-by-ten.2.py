def grams(length, width, height):
    return length / 10 * width * height * 1.24
