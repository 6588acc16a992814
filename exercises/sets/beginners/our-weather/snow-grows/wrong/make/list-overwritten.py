height = 0
heights = []
for day in snow:
    height = height + day
    heights = height
bar_chart(heights, title="The snow grows")
