def closest(examples, length):
    best = None
    answer = None
    for known, tree in examples:
        if best is None or abs(known - length) < best:
            best = abs(known - length)
            answer = tree
    return answer
