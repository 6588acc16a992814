def fill(values):
    filled = list(values)
    guessed = []
    for i in range(1, len(values) - 1):
        before = values[i - 1]
        after = values[i + 1]
        if values[i] is None and before is not None and after is not None:
            filled[i] = before
            guessed.append(i)
    return [filled, guessed]


print(fill(week))
