def failures(examples, exam):
    result = []
    for length, tree in exam:
        if closest(examples, length) == tree:
            result.append([length, tree])
    return result
