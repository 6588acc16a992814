def walls(maze):
    count = 0
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if maze[row][column] == "#":
                count += 1
    return count
