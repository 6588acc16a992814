def opening(length, width, air):
    return [length + 2 * air, width]
