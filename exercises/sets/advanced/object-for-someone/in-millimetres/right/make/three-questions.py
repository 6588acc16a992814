def fits(size, room):
    small = sorted(size)
    big = sorted(room)
    return small[0] <= big[0] and small[1] <= big[1] and small[2] <= big[2]
