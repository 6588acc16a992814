def oldest(goats):
    best = None
    for goat in goats:
        if best is None or goat > best:
            best = goat
    return best


print(oldest([3, 8, 5]))
