def play(maze, start, words):
    place = start
    count = 0
    for word in words:
        new = step(maze, place, word)
        if new == place:
            count = count + 1
        place = new
        if count == 3:
            return "tired"
        if maze[place[0]][place[1]] == "E":
            return "exit"
        return "inside"
    return "inside"


print(play([["#", "#", "#", "#"], ["#", "S", "E", "#"], ["#", "#", "#", "#"]], [1, 1], ["right"]))
