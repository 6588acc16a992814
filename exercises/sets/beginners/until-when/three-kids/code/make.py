# The basket with walnuts:
