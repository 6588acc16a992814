def walls(maze):
    count = 0
    for row in maze:
        if "#" in row:
            count = count + 1
    return count
