def bin_day(events):
    result = [0]
    for event in events:
        if event == "truck":
            result.append(0)
        else:
            result.append(min(100, result[-1] + event))
    return result[1:]
