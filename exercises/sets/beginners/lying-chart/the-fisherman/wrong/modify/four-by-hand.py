shown = []
left_out = 4
for caught in fish:
    if caught > 5:
        shown.append(caught)
line_chart(shown, title=f"My fish, {left_out} days left out")
