def stairs(floor, other):
    return 16 * abs(floor - other)
