def calls(levels, high, low):
    result = []
    called = False
    hour = 0
    for level in levels:
        if level >= high and not called:
            result.append(hour)
            called = True
            hour = hour + 1
        if level <= low:
            called = False
    return result


print(calls(week, 80, 20))
