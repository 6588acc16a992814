def level_after(throws):
    level = 0
    for throw in throws:
        level = level + throw
    return min(level, 100)
