def jars(cucumbers):
    return round(cucumbers / 12)


interact(jars, cucumbers=slider(0, 200))
