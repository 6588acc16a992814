def go(place, word):
    row, column = place
    if word == "left":
        column -= 1
    elif word == "right":
        column += 1
    elif word == "up":
        row -= 1
    elif word == "down":
        row += 1
    return [row, column]
