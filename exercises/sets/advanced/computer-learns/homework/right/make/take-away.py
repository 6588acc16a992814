def failures(examples, exam):
    result = list(exam)
    for length, tree in exam:
        answer = closest(examples, length)
        if answer == tree:
            result.remove([length, tree])
    return result
