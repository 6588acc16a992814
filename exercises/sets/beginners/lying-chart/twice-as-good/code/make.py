# The lying chart and the honest one:
