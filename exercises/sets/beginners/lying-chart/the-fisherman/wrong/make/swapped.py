brag = []
grumble = []
for caught in fish:
    if caught > 5:
        grumble.append(caught)
    if caught < 2:
        brag.append(caught)
line_chart(brag)
line_chart(grumble)
line_chart(fish)
