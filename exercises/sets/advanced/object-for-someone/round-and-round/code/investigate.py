from math import pi, sin

for sides in [4, 6, 12, 60]:
    area = sides / 2 * 10 * 10 * sin(2 * pi / sides)
    print(sides, "sides:", round(area, 1))
print("circle:", round(pi * 10 * 10, 1))
