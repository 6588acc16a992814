# Grandmother's notebook:
