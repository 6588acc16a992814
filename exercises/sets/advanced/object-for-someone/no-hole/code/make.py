def roof(length, width, height):
    # The floor: a, b, c, d. The ridge: e over the left edge, f over the right one.
    a = [0, 0, 0]
    b = [length, 0, 0]
    c = [length, width, 0]
    d = [0, width, 0]
    ...
