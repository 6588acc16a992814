def wet_squares(path, start):
    wet = [start]
    for square in wet:
        for near in [square + 1, square - 1]:
            if near in range(len(path)):
                if path[near] != "#" and near not in wet:
                    wet.append(near)
    return len(wet)
