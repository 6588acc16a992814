repeats = 6
