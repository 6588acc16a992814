def fits(size, room):
    for a, b, c in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]:
        if size[a] <= room[0] and size[b] <= room[1] and size[c] <= room[2]:
            return True
    return False


print(fits([100, 100, 230], [220, 220, 250]))
