def free_around(maze, row, column):
    count = 0
    if maze[row - 1][column] != "#":
        count = count + 1
    if maze[row + 1][column] != "#":
        count = count + 1
    if maze[row][column - 1] != "#":
        count = count + 1
    if maze[row][column + 1] != "#":
        count = count + 1
    return count
