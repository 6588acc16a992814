def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + ...
    if row < 0 or row >= len(maze):
        return place
    if column ...:
        return place
    if maze[row][column] ...:
        return place
    return ...
