shown = []
left_out = ...
for caught in fish:
    if caught > 5:
        shown.append(caught)
    else:
        left_out = ...
