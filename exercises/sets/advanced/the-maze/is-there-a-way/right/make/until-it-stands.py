def solvable(maze, start):
    wet = [start]
    before = 0
    while before < len(wet):
        before = len(wet)
        for place in wet[:]:
            for near in neighbours(maze, place):
                if near not in wet:
                    wet.append(near)
    return any(maze[place[0]][place[1]] == "E" for place in wet)


print(solvable([["S", "#", "E"]], [0, 0]))
