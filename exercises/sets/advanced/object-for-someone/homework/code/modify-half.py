def opening(length, width, air):
    return [length + 2 * ..., ...]
