right = 0
for height, truth in exam:
    answer = closest(..., height)
    if answer == ...:
        right = right + 1
