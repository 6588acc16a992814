repeats = 12
