def level_after(throws):
    level = 0
    for throw in throws:
        if level + throw >= 100:
            level = 100
        else:
            level += throw
    return level
