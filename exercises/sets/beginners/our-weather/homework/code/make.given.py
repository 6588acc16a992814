mornings = [1, 5, 4, 6]
