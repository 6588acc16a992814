def fits(size, room):
    return max(size) <= max(room)
