def level_after(throws):
    level = 0
    for throw in throws:
        if level + throw <= 100:
            level = level + throw
    return level
