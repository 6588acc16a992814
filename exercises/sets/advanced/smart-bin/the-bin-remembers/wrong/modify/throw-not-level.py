def level_after(throws):
    level = 0
    for throw in throws:
        if throw > 100:
            throw = 100
        level = level + throw
    return level
