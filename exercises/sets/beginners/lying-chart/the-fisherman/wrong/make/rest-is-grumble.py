brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag.append(caught)
    else:
        grumble.append(caught)
line_chart(brag)
line_chart(grumble)
line_chart(fish)
