points = [[0, 0], [length, 0]]
points.append([..., width / 2])
points.append(...)
points.append([0, width])
