def barrel_after(waters):
    level = 0
    for water in waters:
        level = max(level + water, 0)
    return level
