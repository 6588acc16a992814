def walk(a, b):
    return abs(b[0] - a[0]) + abs(b[1] - a[1])


def total(site, houses):
    return sum([walk(site, house) * house[2] for house in houses])


def draw_map(bench, houses):
    color("black")
    for house in houses:
        jump_to(house[0], house[1])
        circle(8 + 2 * house[2])
    if bench:
        color("brown")
        jump_to(bench[0], bench[1])
        circle(5)
