line_chart(fish, title="All days", y_from=0)
brag = []
for caught in fish:
    if caught >= 6:
        brag.append(caught)
line_chart(brag)
grumble = []
for caught in fish:
    if caught <= 1:
        grumble.append(caught)
line_chart(grumble)
