code = 3
