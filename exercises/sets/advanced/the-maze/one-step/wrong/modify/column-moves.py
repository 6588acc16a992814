def go(place, word):
    row = place[0]
    column = place[1]
    if word == "left":
        column = column - 1
    if word == "right":
        column = column + 1
    if word == "up":
        column = column - 1
    if word == "down":
        column = column + 1
    return [row, column]
