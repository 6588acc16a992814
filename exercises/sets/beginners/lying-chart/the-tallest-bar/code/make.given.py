pies = ["plum", "cheese", "apple"]
baked = [30, 25, 40]
unsold = [18, 5, 32]
