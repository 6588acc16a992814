visitors = ["Ana", "Ion"]
points = 0
for visitor in visitors:
    points = points + 2
    print(visitor, points)
