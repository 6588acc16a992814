def mark(examples, exam):
    if not exam:
        return None
    wrong = 0
    for visitor in exam:
        if closest(examples, visitor[0]) != visitor[1]:
            wrong += 1
    return 100 - 100 * wrong / len(exam)


print("Aunt Veta, because she is smaller than many pupils")
