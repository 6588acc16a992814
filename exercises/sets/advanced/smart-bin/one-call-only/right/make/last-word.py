def messages(levels, limit):
    result = []
    word = "fine"
    for level in levels:
        if level < limit:
            word = "fine"
        elif word == "fine":
            word = "call"
        else:
            word = "wait"
        result.append(word)
    return result
