def calls(levels, high, low):
    result = []
    called = False
    for i in range(len(levels)):
        if called:
            if levels[i] <= low:
                called = False
        elif levels[i] >= high:
            called = True
            result.append(i)
    return result


print(calls(week, 75, 30))
