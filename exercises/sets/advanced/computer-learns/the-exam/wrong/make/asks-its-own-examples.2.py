def mark(examples, exam):
    if len(exam) == 0:
        return None
    right = 0
    for height, truth in examples:
        if closest(examples, height) == truth:
            right = right + 1
    return right * 100 / len(examples)


print("Aunt Veta, because she is smaller than many pupils")
