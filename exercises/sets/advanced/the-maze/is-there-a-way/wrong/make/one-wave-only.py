def solvable(maze, start):
    for near in neighbours(maze, start):
        if maze[near[0]][near[1]] == "E":
            return True
    return False
