# A lie of mine, and how it works:
