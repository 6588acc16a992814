towers = [3, 5, 2]
