def score(answers, right):
    good = []
    for answer, wanted in zip(answers, right):
        if answer == wanted:
            good.append(answer)
    return len(good)
