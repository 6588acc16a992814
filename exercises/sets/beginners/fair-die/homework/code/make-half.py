def sly(times):
    throws = []
    for number in range(times):
        if number < ...:
            throws.append(...)
        else:
            throws.append(...)
    return throws
