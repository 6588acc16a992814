def wet_squares(path, start):
    wet = [start]
    for square in wet:
        for near in [square - 1, square + 1]:
            if near < len(path) and path[near] == "." and near not in wet:
                wet.append(near)
    return len(wet)
