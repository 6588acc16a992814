def lamp(levels):
    result = [False]
    for level in levels:
        if 20 < level < 80:
            result.append(result[-1])
        else:
            result.append(level >= 80)
    return result[1:]
