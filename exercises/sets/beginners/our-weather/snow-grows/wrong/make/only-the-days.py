heights = []
for day in snow:
    heights.append(day)
bar_chart(heights, title="The snow grows")
