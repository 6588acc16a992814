# The robot looks for the kitten:
