def level_after(throws):
    level = 0
    for throw in throws:
        level = min(level + throw, 100)
    return level
