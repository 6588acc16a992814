def fill(values):
    filled = []
    guessed = []
    for i, old in enumerate(values):
        if old is None and i > 0 and i + 1 < len(values):
            before, after = values[i - 1], values[i + 1]
            if before is not None and after is not None:
                guessed.append(i)
                old = (before + after) / 2
        filled.append(old)
    return [filled, guessed]
