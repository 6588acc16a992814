lines = 10
