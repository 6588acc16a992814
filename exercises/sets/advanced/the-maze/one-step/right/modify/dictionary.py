def go(place, word):
    steps = {"up": [-1, 0], "down": [1, 0], "left": [0, -1], "right": [0, 1]}
    if word not in steps:
        return place
    return [place[0] + steps[word][0], place[1] + steps[word][1]]
