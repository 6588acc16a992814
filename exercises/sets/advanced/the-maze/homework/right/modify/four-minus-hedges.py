def free_around(maze, row, column):
    signs = [maze[row - 1][column], maze[row + 1][column], maze[row][column - 1], maze[row][column + 1]]
    return 4 - signs.count("#")
