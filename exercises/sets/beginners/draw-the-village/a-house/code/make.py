# My house:
