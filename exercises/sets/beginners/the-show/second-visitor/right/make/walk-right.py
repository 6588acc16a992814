def score(answers, right):
    points = 0
    place = 0
    for answer in answers:
        if answer == right[place]:
            points += 1
        place += 1
    return points

visitors = {"Ana": ["7"], "Ion": ["oak"]}
for visitor in visitors:
    print(visitor, score(visitors[visitor], ["oak"]))
