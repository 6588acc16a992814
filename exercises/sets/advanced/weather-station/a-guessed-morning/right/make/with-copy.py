def fill(values):
    filled = values.copy()
    guessed = []
    for i in range(len(values)):
        if values[i] is None and 0 < i < len(values) - 1:
            if None not in [values[i - 1], values[i + 1]]:
                filled[i] = values[i - 1] / 2 + values[i + 1] / 2
                guessed.append(i)
    return [filled, guessed]
