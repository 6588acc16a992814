points = 0

def score(answers, right):
    for place in range(len(answers)):
        if answers[place] == right[place]:
            points = points + 1
    return points
