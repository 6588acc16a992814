def boats(children):
    needed = 0
    while children > 0:
        needed = needed + 1
        children = children - 4
    return needed


interact(boats, children=slider(1, 30))
