def grams(length, width, height):
    print(length * width * height / 1000 * 1.24)
