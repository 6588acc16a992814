length = 60
width = 20
points = [[0, 0], [length, 0], [length, width], [0, width]]
length = 80
print(points[1])
