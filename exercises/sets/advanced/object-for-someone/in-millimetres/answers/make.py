def fits(size, room):
    small = sorted(size)
    big = sorted(room)
    for i in range(3):
        if small[i] > big[i]:
            return False
    return True


print(fits([90, 30, 240], [220, 220, 250]))
