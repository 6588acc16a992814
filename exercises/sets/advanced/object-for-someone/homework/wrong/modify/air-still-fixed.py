def opening(length, width, air):
    return [length + 0.8, width + 0.8]
