def ferry(metres):
    total = 8
    if metres > 4:
        total = total + 6
    return total


interact(ferry, metres=slider(2, 9))
