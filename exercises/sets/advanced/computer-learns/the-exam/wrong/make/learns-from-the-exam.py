def mark(examples, exam):
    if len(exam) == 0:
        return None
    right = 0
    for height, truth in exam:
        if closest(exam, height) == truth:
            right = right + 1
    return right * 100 / len(exam)


print("Aunt Veta, because she is smaller than many pupils")
