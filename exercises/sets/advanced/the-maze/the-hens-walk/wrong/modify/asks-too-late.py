def bumps(maze, start, words):
    count = 0
    place = start
    for word in words:
        new = step(maze, place, word)
        place = new
        if new != place:
            count = count + 1
    return count
