def dead_ends(maze):
    result = []
    for row, signs in enumerate(maze):
        for column, sign in enumerate(signs):
            if sign not in ["#", "S", "E"] and free_around(maze, row, column) == 1:
                result.append([row, column])
    return result
