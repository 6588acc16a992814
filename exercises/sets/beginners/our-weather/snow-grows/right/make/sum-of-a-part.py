heights = []
for place in range(len(snow)):
    heights.append(sum(snow[:place + 1]))
line_chart(heights)
