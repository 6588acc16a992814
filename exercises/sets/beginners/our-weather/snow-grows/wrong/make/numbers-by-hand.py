heights = [4, 4, 11, 13]
bar_chart(heights, title="The snow grows")
