def fill(values):
    filled = list(values)
    guessed = []
    ...
