def opening(length, width, air):
    return [length * air, width * air]
