def play(maze, start, words):
    place = start
    bumps = 0
    count = 0
    while count < len(words) and bumps < 3 and maze[place[0]][place[1]] != "E":
        new = step(maze, place, words[count])
        if new == place:
            bumps += 1
        place = new
        count += 1
    if maze[place[0]][place[1]] == "E":
        return "exit"
    return "tired" if bumps == 3 else "inside"
