def closest(examples, height):
    best = None
    answer = None
    for known, word in examples:
        if best is None or abs(known - height) < best:
            best = abs(known - height)
            answer = word
    return answer
