mornings = [4, -1, 6, 2]
