def bumps(maze, start, words):
    count = 0
    place = start
    for word in words:
        if step(maze, place, word) == place:
            count += 1
        else:
            place = step(maze, place, word)
    return count
