def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + steps[word][1]
    if row < 0 or row >= len(maze):
        return place
    if column < 0 or column >= len(maze[row]):
        return place
    if maze[place[0]][place[1]] == "#":
        return place
    return [row, column]


print(step([["S", "."], ["#", "E"]], [0, 0], "right"))
