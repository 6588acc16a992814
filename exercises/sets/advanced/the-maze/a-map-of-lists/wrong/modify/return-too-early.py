def walls(maze):
    count = 0
    for row in maze:
        for sign in row:
            if sign == "#":
                count = count + 1
        return count
    return count
