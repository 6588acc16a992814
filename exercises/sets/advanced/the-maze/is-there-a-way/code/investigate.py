path = [".", ".", "#", "."]
wet = [0]
for square in wet:
    for near in [square - 1, square + 1]:
        if 0 <= near < 4 and path[near] == "." and near not in wet:
            wet.append(near)
print(wet)
