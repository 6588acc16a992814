def go(place, word):
    row = place[0]
    column = place[1]
    if word == "left":
        column = column - 1
    if word == "right":
        column = column + 1
    if word == "up":
        row = row - 1
    if word == "down":
        row = row + 1
    return [row, column]
