def jars(cucumbers):
    return (cucumbers + 11) // 12


interact(jars, cucumbers=slider(0, 200))
