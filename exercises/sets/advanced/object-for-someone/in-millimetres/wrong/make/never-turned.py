def fits(size, room):
    for i in range(3):
        if size[i] > room[i]:
            return False
    return True
