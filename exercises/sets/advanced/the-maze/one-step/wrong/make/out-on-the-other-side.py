def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + steps[word][1]
    if row >= len(maze):
        return place
    if column >= len(maze[row]):
        return place
    if maze[row][column] == "#":
        return place
    return [row, column]


print(step([["S", "."], ["#", "E"]], [0, 0], "right"))
