def fits(size, room):
    return size[0] * size[1] * size[2] <= room[0] * room[1] * room[2]
