# The sly die:
