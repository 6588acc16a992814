def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + steps[word][1]
    if 0 <= row < len(maze) and 0 <= column < len(maze[0]):
        if maze[row][column] != "#":
            place = [row, column]
    print(place)
