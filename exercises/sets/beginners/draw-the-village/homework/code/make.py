# The well:
