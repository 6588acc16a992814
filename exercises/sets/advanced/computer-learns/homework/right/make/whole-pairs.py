def failures(examples, exam):
    result = []
    for leaf in exam:
        if closest(examples, leaf[0]) == leaf[1]:
            continue
        result.append(leaf)
    return result
