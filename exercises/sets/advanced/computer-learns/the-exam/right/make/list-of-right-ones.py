def mark(examples, exam):
    good = [height for height, truth in exam if closest(examples, height) == truth]
    if exam:
        return len(good) / len(exam) * 100
