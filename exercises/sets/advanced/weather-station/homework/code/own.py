# My week, and what it tells:
