# My number, and where it is from:
