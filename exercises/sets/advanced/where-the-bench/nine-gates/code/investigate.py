houses = [[20, 60], [60, 20], [-60, -40]]
bench = [0, 0]
for house in houses:
    jump_to(house[0], house[1])
    circle(12)
color("brown")
jump_to(bench[0], bench[1])
circle(5)
