def messages(levels, limit):
    result = []
    full = False
    for level in levels:
        full = level >= limit
        if not full:
            result.append("fine")
        elif full:
            result.append("wait")
        else:
            result.append("call")
    return result
