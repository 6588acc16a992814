def score(answers, right):
    points = 0
    for place in range(len(answers)):
        if answers[place] == right[place]:
            points = points + 1
    return points

print(score(["oak", "7"], ["oak", "7"]))
print(score(["mill"], ["oak", "7"]))
