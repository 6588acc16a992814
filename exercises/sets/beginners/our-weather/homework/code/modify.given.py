mornings = [2, -3, 5, 1]
