def find(maze, sign):
    for row, signs in enumerate(maze):
        for column, one in enumerate(signs):
            if one == sign:
                return [row, column]
