# My stork:
