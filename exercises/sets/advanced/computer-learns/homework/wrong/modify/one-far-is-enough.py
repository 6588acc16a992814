def guess(examples, length):
    best = None
    answer = "unknown"
    for known, tree in examples:
        distance = abs(known - length)
        if distance > 5:
            return "unknown"
        if best is None or distance < best:
            best = distance
            answer = tree
    if best is not None and best > 5:
        return "unknown"
    return answer
