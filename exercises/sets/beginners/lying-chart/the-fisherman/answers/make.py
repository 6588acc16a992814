brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag.append(caught)
    if caught < 2:
        grumble.append(caught)
line_chart(brag, title="I never fail!")
line_chart(grumble, title="He never brings anything!")
line_chart(fish, title="All days")
