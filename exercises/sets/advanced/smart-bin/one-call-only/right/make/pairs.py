def messages(levels, limit):
    result = []
    for i in range(len(levels)):
        before = i > 0 and levels[i - 1] >= limit
        if levels[i] >= limit:
            result.append("wait" if before else "call")
        else:
            result.append("fine")
    return result


print(messages([90, 95, 3], 85))
