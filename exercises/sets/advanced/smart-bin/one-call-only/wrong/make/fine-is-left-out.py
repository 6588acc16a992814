def messages(levels, limit):
    result = []
    full = False
    for level in levels:
        if level < limit:
            full = False
        elif full:
            result.append("wait")
        else:
            result.append("call")
            full = True
    return result


print(messages([40, 70, 82, 85, 12], 70))
