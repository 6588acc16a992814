def sort(apples):
    result = []
    for apple in apples:
        if apple < 100:
            result.append([apple, "cider"])
        elif apple < 180:
            result.append([apple, "strudel"])
        else:
            result.append([apple, "market"])
    return result


print(sort([90, 210, 150]))
