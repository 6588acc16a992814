height = 0
heights = []
for day in snow:
    heights.append(height)
    height = height + day
bar_chart(heights, title="The snow grows")
