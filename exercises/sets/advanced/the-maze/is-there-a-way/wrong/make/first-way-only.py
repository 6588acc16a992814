def solvable(maze, start):
    place = start
    wet = []
    while place not in wet:
        wet.append(place)
        if maze[place[0]][place[1]] == "E":
            return True
        for near in neighbours(maze, place):
            if near not in wet:
                place = near
                break
    return False
