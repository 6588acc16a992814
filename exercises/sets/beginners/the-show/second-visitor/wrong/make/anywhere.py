def score(answers, right):
    points = 0
    for answer in answers:
        if answer in right:
            points = points + 1
    return points
