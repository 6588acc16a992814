shown = []
for caught in fish:
    if caught > 5:
        shown.append(caught)
line_chart(shown, title="My fish")
