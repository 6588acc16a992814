def minutes(metres):
    result = 0
    while metres > 0:
        metres = metres - 80
        result = result + 1
    return result
