def fill(values):
    filled = list(values)
    guessed = []
    for i in range(len(values)):
        if values[i] is None:
            filled[i] = 0
            guessed.append(i)
    return [filled, guessed]
