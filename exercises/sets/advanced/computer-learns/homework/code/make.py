def failures(examples, exam):
    result = []
    for length, tree in exam:
        ...
