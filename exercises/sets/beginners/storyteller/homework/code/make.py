# The letter:
