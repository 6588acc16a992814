brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag.append(caught)
    if ...:
        ...
line_chart(brag, title="I never fail!")
