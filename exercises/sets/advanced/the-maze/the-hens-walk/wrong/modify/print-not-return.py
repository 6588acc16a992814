def bumps(maze, start, words):
    count = 0
    place = start
    for word in words:
        new = step(maze, place, word)
        if new == place:
            count = count + 1
        place = new
    print(count)
