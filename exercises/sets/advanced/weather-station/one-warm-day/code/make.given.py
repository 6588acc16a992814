week = [3, 5, None, 15, 4, 2, 3]
