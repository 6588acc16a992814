# Change the sides, then paint the board:
