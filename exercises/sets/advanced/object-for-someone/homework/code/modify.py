def opening(length, width):
    return [length + 0.4, width + 0.4]
