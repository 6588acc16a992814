def opening(length, width, air):
    return [length + 0.4, width + 0.4]
