def solvable(maze, start):
    water = [row[:] for row in maze]

    def run(place):
        if maze[place[0]][place[1]] == "E":
            return True
        water[place[0]][place[1]] = "#"
        return any(run(near) for near in neighbours(water, place))

    return run(start)
