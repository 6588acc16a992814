secret = 12
