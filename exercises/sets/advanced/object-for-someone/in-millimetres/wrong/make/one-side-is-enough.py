def fits(size, room):
    small = sorted(size)
    big = sorted(room)
    for i in range(3):
        if small[i] <= big[i]:
            return True
    return False
