def find(maze, sign):
    for row in range(len(maze)):
        return [row, maze[row].index(sign)]
