def dead_ends(maze):
    result = []
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if maze[row][column] != "#" and free_around(maze, row, column) == 1:
                result.append([row, column])
    return result
