def score(answers, right):
    points = 0
    for place in range(len(answers)):
        points = points + 1
    return points
