for caught in fish:
    brag = []
    grumble = []
    if caught > 5:
        brag.append(caught)
    if caught < 2:
        grumble.append(caught)
line_chart(brag)
line_chart(grumble)
line_chart(fish)
