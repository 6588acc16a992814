week = [4, None, 6, 9, None, None, 7]
