def score(answers, right):
    points = 0
    for place in range(len(answers)):
        points = 0
        if answers[place] == right[place]:
            points = points + 1
    return points
