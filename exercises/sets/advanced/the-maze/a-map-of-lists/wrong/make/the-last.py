def find(maze, sign):
    result = None
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if maze[row][column] == sign:
                result = [row, column]
    return result
