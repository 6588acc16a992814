def solvable(maze, start):
    wet = [start]
    for place in wet:
        if maze[place[0]][place[1]] == "E":
            return True
        else:
            return False
        for near in neighbours(maze, place):
            if near not in wet:
                wet.append(near)
