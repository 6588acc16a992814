def score(answers, right):
    place = 0
    points = 0
    while place < len(answers):
        if answers[place] == right[place]:
            points = points + 1
        place = place + 1
    return points

print("Try it!")
