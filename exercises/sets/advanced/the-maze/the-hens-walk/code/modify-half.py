new = step(maze, place, word)
if new ... place:
    count = count + 1
place = new
