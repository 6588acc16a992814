brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag = brag + caught
    if caught < 2:
        grumble = grumble + caught
line_chart(brag)
line_chart(grumble)
line_chart(fish)
