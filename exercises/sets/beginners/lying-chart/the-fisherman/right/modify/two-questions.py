shown = []
left_out = 0
for caught in fish:
    if caught <= 5:
        left_out += 1
    if caught > 5:
        shown.append(caught)
line_chart(shown, title="My fish")
print(left_out)
