shown = []
left_out = 0
for caught in fish:
    if caught > 5:
        shown.append(caught)
    else:
        left_out = left_out + 1
line_chart(shown, title=f"My fish, {left_out} days left out")
