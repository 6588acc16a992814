# The judge of dice:
