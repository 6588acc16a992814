def grams(length, width, height):
    return (length / 10) * (width / 10) * height * 1.24
