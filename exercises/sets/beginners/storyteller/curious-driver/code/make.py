# My story:
