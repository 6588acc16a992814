def lift(commands):
    floor = 0
    for command in commands:
        if command[0] == "up":
            floor = floor + command[1]
        if command[0] == "down":
            floor = floor - command[1]
    return floor


print(lift([["up", 4], ["down", 1]]))
