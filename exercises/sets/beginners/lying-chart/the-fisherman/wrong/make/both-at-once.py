brag = []
grumble = []
for caught in fish:
    if caught > 5 and caught < 2:
        brag.append(caught)
        grumble.append(caught)
line_chart(brag)
line_chart(grumble)
line_chart(fish)
