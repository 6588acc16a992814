def bumps(maze, start, words):
    place = start
    count = 0
    for word in words:
        count = 0
        new = step(maze, place, word)
        if new == place:
            count = count + 1
        place = new
    return count
