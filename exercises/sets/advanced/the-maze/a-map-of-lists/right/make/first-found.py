garden = [["#", "S", "#"]]


def find(maze, sign):
    result = None
    for row in range(len(maze)):
        for column in range(len(maze[row])):
            if result is None and maze[row][column] == sign:
                result = [row, column]
    return result


print(find(garden, "S"))
