def guess(examples, length):
    best = None
    answer = "unknown"
    for known, tree in examples:
        distance = abs(known - length)
        if distance > 5:
            continue
        if best is None or distance < best:
            best = distance
            answer = tree
    return answer
