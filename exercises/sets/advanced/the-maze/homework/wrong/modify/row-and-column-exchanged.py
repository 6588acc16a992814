def free_around(maze, row, column):
    count = 0
    for sign in [maze[column - 1][row], maze[column + 1][row], maze[column][row - 1], maze[column][row + 1]]:
        if sign != "#":
            count = count + 1
    return count
