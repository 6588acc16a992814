def solvable(maze, start):
    wet = [start]
    for place in wet:
        if maze[place[0]][place[1]] == "E":
            return True
        for near in neighbours(maze, place):
            wet.append(near)
    return False


print(solvable([["S", "#", "E"], [".", "#", "."], [".", ".", "."]], [0, 0]))
