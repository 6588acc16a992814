def bin_day(events):
    result = []
    level = 0
    for event in events:
        if event != "truck":
            level = level + event
            if level > 100:
                level = 100
            result.append(level)
        else:
            level = 0
            result.append(0)
    return result


day = bin_day([60, 60, "truck", 10])
bar_chart(day, title="Saturday")
