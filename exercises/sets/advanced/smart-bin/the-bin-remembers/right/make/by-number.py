def bin_day(events):
    level = 0
    result = [0] * len(events)
    for day in range(len(events)):
        if events[day] == "truck":
            level = 0
        elif level + events[day] > 100:
            level = 100
        else:
            level = level + events[day]
        result[day] = level
    return result
