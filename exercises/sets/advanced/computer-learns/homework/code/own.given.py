def closest(examples, size):
    best = None
    answer = None
    for known, word in examples:
        if best is None or abs(known - size) < best:
            best = abs(known - size)
            answer = word
    return answer
