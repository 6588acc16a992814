small = 50
big = 52
