def free_around(maze, row, column):
    count = 0
    for step in [[-1, 0], [1, 0], [0, -1], [0, 1]]:
        if maze[row + step[0]][column + step[1]] != "#":
            count += 1
    return count
