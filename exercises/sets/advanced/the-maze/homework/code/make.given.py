def free_around(maze, row, column):
    count = 0
    for step in [[-1, 0], [1, 0], [0, -1], [0, 1]]:
        there = [row + step[0], column + step[1]]
        if 0 <= there[0] < len(maze) and 0 <= there[1] < len(maze[row]):
            if maze[there[0]][there[1]] != "#":
                count = count + 1
    return count
