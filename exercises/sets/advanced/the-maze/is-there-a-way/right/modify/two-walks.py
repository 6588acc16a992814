def wet_squares(path, start):
    count = 1
    square = start + 1
    while square < len(path) and path[square] == ".":
        count = count + 1
        square = square + 1
    square = start - 1
    while square >= 0 and path[square] == ".":
        count = count + 1
        square = square - 1
    return count
