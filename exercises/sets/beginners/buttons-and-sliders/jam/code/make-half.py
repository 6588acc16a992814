def jars(cucumbers):
    full = cucumbers // 12
    if ...:
        full = full + 1
    return full


interact(jars, cucumbers=slider(...))
