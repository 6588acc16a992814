def step(maze, place, word):
    new = [place[0] + steps[word][0], place[1] + steps[word][1]]
    if new[0] in range(len(maze)) and new[1] in range(len(maze[0])):
        if maze[new[0]][new[1]] != "#":
            return new
    return place
