height = 0
heights = []
for day in snow:
    height = height + day
    heights.append(height)
bar_chart(heights, title="The snow grows")
