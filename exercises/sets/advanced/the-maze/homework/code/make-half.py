for row in range(len(maze)):
    for column in range(len(maze[row])):
        if maze[row][column] == "." and ...:
            result.append(...)
