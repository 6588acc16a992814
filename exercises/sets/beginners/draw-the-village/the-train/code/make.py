# My train:
