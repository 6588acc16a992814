wet = [start]
for place in wet:
    if maze[place[0]][place[1]] == "E":
        return ...
    for near in neighbours(maze, place):
        if near ... wet:
            wet.append(near)
return ...
