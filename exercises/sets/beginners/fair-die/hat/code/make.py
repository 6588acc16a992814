from random import randint

# The game of the man with the hat:
