def grams(length, width, height):
    return length * width * height * 0.00124
