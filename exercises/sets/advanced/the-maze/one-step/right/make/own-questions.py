def step(maze, place, word):
    row = place[0]
    column = place[1]
    if word == "up" and row > 0:
        row = row - 1
    if word == "down" and row < len(maze) - 1:
        row = row + 1
    if word == "left" and column > 0:
        column = column - 1
    if word == "right" and column < len(maze[0]) - 1:
        column = column + 1
    if maze[row][column] == "#":
        return place
    return [row, column]
