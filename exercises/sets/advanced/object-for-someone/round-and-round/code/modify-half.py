def grip(sides, radius, height):
    low = ring(sides, radius, 0)
    high = ring(..., radius, height)
