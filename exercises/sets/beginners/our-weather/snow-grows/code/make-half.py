height = 0
heights = []
for day in snow:
    height = ...
    heights.append(...)
