def neighbours(maze, place):
    row, column = place
    result = []
    for near in [[row - 1, column], [row + 1, column], [row, column - 1], [row, column + 1]]:
        if near[0] in range(len(maze)) and near[1] in range(len(maze[0])):
            if maze[near[0]][near[1]] != "#":
                result.append(near)
    return result
