def fits(size, room):
    small = sorted(size)
    for i in range(3):
        if small[i] > room[i]:
            return False
    return True
