def grams(length, width, height):
    return length * width * height * 1.24
