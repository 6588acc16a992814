def find(maze, sign):
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if maze[row][column] == sign:
                return [row, column]
    return None


print(find([["#", "#"], [".", "S"]], "S"))
