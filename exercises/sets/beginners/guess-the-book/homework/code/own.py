# My game, and who guessed:
