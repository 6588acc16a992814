points = 0

def score(answers, right):
    global points
    for place in range(len(answers)):
        if answers[place] == right[place]:
            points = points + 1
    return points

print(score(["oak", "7"], ["oak", "7"]))
