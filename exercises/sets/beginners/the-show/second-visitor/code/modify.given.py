points = [4, 7, 5]
