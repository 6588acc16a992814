# The border:
