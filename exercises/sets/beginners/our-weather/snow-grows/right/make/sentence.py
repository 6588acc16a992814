heights = []
total = 0
for day in snow:
    total += day
    heights = heights + [total]
print("The snowman measures:", heights)
