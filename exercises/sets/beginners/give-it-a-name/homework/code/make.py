# The library:
