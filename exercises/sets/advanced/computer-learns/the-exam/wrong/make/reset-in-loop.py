def mark(examples, exam):
    if len(exam) == 0:
        return None
    for height, truth in exam:
        right = 0
        if closest(examples, height) == truth:
            right = right + 1
    return right * 100 / len(exam)


print("Aunt Veta, because she is smaller than many pupils")
