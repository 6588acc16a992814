best = None
answer = None
for known, word in examples:
    distance = ...
    if best is None or distance ... best:
        best = distance
        answer = ...
