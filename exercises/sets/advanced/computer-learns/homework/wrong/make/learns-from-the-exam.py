def failures(examples, exam):
    result = []
    for length, tree in exam:
        if closest(exam, length) != tree:
            result.append([length, tree])
    return result
