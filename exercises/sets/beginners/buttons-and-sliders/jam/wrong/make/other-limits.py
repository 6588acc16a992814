def jars(cucumbers):
    full = cucumbers // 12
    if cucumbers % 12 > 0:
        full = full + 1
    return full


interact(jars, cucumbers=slider(0, 100))
