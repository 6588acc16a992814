place = start
count = 0
for word in words:
    new = step(maze, place, word)
    if new == place:
        count = count + 1
    place = ...
    if count ...:
        return "tired"
    if maze[place[0]][place[1]] ...:
        return ...
return ...
