def bin_day(events):
    level = 0
    result = []
    for event in events:
        if event == "truck":
            level = 0
        else:
            level = min(level + event, 100)
        result.append(level)
    print(result)
