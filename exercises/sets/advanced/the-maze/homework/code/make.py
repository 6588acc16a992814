def dead_ends(maze):
    result = []
    for row in range(len(maze)):
        ...
