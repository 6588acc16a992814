def solvable(maze, start):
    todo = [start]
    wet = []
    while todo:
        place = todo.pop()
        if place not in wet:
            wet.append(place)
            todo = todo + neighbours(maze, place)
    for row, column in wet:
        if maze[row][column] == "E":
            return True
    return False
