def dead_ends(maze):
    result = []
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if maze[row][column] == ".":
                if free_around(maze, row, column) == 1:
                    result = result + [[row, column]]
    return result


print(dead_ends([["#", "#", "#"], ["#", ".", "#"], ["#", "E", "#"], ["#", "#", "#"]]))
