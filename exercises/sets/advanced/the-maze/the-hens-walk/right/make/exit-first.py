def play(maze, start, words):
    energy = 3
    place = start
    for word in words:
        new = step(maze, place, word)
        if maze[new[0]][new[1]] == "E":
            return "exit"
        if new == place:
            energy = energy - 1
            if energy == 0:
                return "tired"
        place = new
    return "inside"


print(play([["#", "#", "#"], ["#", "S", "#"], ["#", "#", "#"]], [1, 1], ["up", "up", "up"]))
