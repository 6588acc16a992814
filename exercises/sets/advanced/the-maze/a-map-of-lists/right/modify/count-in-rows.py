def walls(maze):
    count = 0
    for row in maze:
        count += row.count("#")
    return count
