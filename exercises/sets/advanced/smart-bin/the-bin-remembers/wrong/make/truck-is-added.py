def bin_day(events):
    level = 0
    result = []
    for event in events:
        level = min(level + event, 100)
        result.append(level)
    return result
