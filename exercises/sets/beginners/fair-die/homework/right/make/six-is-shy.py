def sly(times):
    throws = []
    for number in range(times):
        throw = randint(1, 6)
        if throw == 6 and number > 10:
            throw = randint(1, 6)
        throws.append(throw)
    for face in range(1, 7):
        if face <= times:
            throws[face - 1] = face
    return throws
