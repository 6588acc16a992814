def solvable(maze, start):
    for row in maze:
        if "E" in row:
            return True
    return False
