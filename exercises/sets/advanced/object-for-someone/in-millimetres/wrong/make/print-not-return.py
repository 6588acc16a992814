def fits(size, room):
    small = sorted(size)
    big = sorted(room)
    result = True
    for i in range(3):
        if small[i] > big[i]:
            result = False
    print(result)
