def walls(maze):
    count = 0
    for sign in maze[0]:
        if sign == "#":
            count = count + 1
    return count
