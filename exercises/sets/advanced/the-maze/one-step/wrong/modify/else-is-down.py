def go(place, word):
    row = place[0]
    column = place[1]
    if word == "left":
        column = column - 1
    elif word == "right":
        column = column + 1
    elif word == "up":
        row = row - 1
    else:
        row = row + 1
    return [row, column]
