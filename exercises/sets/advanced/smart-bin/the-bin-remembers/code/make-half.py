level = 0
result = []
for event in events:
    if event == "truck":
        level = 0
    else:
        level = ...
    ...
