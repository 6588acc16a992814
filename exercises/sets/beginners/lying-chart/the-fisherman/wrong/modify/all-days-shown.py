shown = []
left_out = 0
for caught in fish:
    shown.append(caught)
    if caught <= 5:
        left_out = left_out + 1
