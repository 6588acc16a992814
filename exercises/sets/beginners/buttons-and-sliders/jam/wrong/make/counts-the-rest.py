def jars(cucumbers):
    return cucumbers % 12


interact(jars, cucumbers=slider(0, 200))
