def bin_day(events):
    result = []
    for event in events:
        level = 0
        if event == "truck":
            level = 0
        else:
            level = min(level + event, 100)
        result.append(level)
    return result
