mornings = [2, 7, 5]
