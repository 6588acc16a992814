def fill(values):
    filled = list(values)
    guessed = []
    for i in range(1, len(values) - 1):
        before = filled[i - 1]
        after = values[i + 1]
        if values[i] is None and before is not None:
            if after is None:
                filled[i] = before
            else:
                filled[i] = (before + after) / 2
            guessed.append(i)
    return [filled, guessed]
