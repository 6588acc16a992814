def play(maze, start, words):
    place = start
    count = 0
    end = "inside"
    for word in words:
        if step(maze, place, word) == place:
            count += 1
        place = step(maze, place, word)
        if count >= 3:
            end = "tired"
            break
        row, column = place
        if maze[row][column] == "E":
            end = "exit"
            break
    return end
