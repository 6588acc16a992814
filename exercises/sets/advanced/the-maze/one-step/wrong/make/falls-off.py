def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + steps[word][1]
    if row < 0:
        return place
    if column < 0:
        return place
    if maze[row][column] == "#":
        return place
    return [row, column]


print(step([["S", "."], ["#", "E"]], [0, 0], "right"))
