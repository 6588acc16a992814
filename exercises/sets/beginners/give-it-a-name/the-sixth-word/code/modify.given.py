heights = [60, 40, 70, 50]
