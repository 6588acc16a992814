def level_after(throws):
    level = 0
    for throw in throws:
        level = level + throw
        if level > 100:
            level = 0
    return level
