fish = [0, 6, 1, 0, 7, 2, 8]
shown = []
for caught in fish:
    if caught > 5:
        shown.append(caught)
line_chart(shown, title="Fish")
