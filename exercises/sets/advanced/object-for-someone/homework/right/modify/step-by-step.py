def opening(length, width, air):
    both_sides = air + air
    length = length + both_sides
    width = width + both_sides
    return [length, width]
