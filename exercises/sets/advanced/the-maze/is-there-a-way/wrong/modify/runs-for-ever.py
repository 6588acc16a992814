def wet_squares(path, start):
    wet = [start]
    for square in wet:
        for near in [square - 1, square + 1]:
            if 0 <= near < len(path) and path[near] == ".":
                wet.append(near)
    return len(wet)
