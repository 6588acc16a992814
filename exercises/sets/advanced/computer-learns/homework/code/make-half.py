def failures(examples, exam):
    result = []
    for length, tree in exam:
        if closest(examples, ...) != ...:
            result.append([length, tree])
