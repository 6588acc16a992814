# The towers of bales:
