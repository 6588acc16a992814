steps = {"up": [-1, 0], "down": [1, 0], "left": [0, -1], "right": [0, 1]}
maze = [
    ["#", "#", "#", "#"],
    ["#", "S", ".", "#"],
    ["#", "#", ".", "#"],
    ["#", "#", "#", "#"],
]


def step(maze, place, word):
    row = place[0] + steps[word][0]
    column = place[1] + steps[word][1]
    if maze[row][column] == "#":
        return place
    return [row, column]


place = [1, 1]
for word in ["right", "down"]:
    place = step(maze, place, word)
    print(word, place)
