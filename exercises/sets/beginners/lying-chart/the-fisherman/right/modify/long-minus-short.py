shown = []
for caught in fish:
    if caught > 5:
        shown.append(caught)
left_out = len(fish) - len(shown)
line_chart(shown, title="My fish")
