def walk(a, b):
    east = abs(b[0] - a[0])
    north = abs(b[1] - a[1])
    print(east + north)
