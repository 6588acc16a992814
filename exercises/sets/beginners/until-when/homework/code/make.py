# The lock asks:
