threads = 9
