# Two dice:
