def opening(length, width, air):
    print([length + 2 * air, width + 2 * air])
