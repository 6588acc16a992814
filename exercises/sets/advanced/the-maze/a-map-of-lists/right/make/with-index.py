def find(maze, sign):
    for row in range(len(maze)):
        if sign in maze[row]:
            return [row, maze[row].index(sign)]
    return None


print(find([["E", "#"], [".", "S"]], "E"))
