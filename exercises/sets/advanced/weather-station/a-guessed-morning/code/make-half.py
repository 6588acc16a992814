for i in range(1, len(values) - 1):
    before = values[i - 1]
    after = values[i + 1]
    if values[i] is None and ...:
        filled[i] = ...
        guessed.append(...)
