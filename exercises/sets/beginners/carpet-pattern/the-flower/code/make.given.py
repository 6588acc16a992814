petals = 8
