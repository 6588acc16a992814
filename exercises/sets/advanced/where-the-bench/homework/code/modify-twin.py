def boxes(eggs):
    full = eggs // 10
    if eggs % 10 == 0:
        return full
    return full + 1


print(boxes(23))
