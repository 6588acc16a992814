level = 0
for event in [30, 25, "truck", 20]:
    if event == "truck":
        level = 0
    else:
        level = level + event
    print(level)
