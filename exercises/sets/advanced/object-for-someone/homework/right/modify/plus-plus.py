def opening(length, width, air):
    return [air + length + air, air + width + air]


print(opening(60, 40, 0.3))
