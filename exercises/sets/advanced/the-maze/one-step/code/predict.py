place = [2, 1]
step = [-1, 0]
place = [place[0] + step[0], place[1] + step[1]]
print(place)
