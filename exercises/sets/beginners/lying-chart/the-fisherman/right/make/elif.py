brag = []
grumble = []
for caught in fish:
    if caught > 5:
        brag = brag + [caught]
    elif caught < 2:
        grumble = grumble + [caught]
for shown in [brag, grumble, fish]:
    line_chart(shown, title="Fish")
