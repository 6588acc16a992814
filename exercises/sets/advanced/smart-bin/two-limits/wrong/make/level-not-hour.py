def calls(levels, high, low):
    result = []
    called = False
    hour = 0
    for level in levels:
        if level >= high and not called:
            result.append(level)
            called = True
        if level <= low:
            called = False
        hour = hour + 1
    return result


print(calls(week, 80, 20))
