# Warmer than the morning before:
