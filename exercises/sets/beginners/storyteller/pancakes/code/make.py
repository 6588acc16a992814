# My recipe:
