gate = [100, 200]
shop = [400, 600]
east = shop[0] - gate[0]
north = shop[1] - gate[1]
print(east + north)
