def free_around(maze, row, column):
    count = 0
    for sign in [maze[row][column - 1], maze[row][column + 1]]:
        if sign != "#":
            count = count + 1
    return count
