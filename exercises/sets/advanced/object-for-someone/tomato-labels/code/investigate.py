def outline(points):
    for i in range(len(points)):
        start = points[i]
        print("from", start, "to", points[(i + 1) % len(points)])


outline([[0, 0], [60, 0], [60, 20], [0, 20]])
