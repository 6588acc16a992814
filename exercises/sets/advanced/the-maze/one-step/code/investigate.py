steps = {"up": [-1, 0], "down": [1, 0], "left": [0, -1], "right": [0, 1]}
place = [1, 1]
for word in ["right", "right", "down"]:
    step = steps[word]
    place = [place[0] + step[0], place[1] + step[1]]
    print(word, place)
