heights = [140, 155, 148]
min = min(heights)
print(min)
