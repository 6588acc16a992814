brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag = brag.append(caught)
    if caught < 2:
        grumble = grumble.append(caught)
line_chart(brag)
line_chart(grumble)
line_chart(fish)
