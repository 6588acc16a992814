def guess(examples, length):
    best = 5.001
    answer = "unknown"
    for known, tree in examples:
        distance = abs(known - length)
        if distance < best:
            best = distance
            answer = tree
    return answer
