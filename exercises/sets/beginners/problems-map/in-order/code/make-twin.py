def shortest(words):
    length = 100
    for word in words:
        if len(word) < length:
            length = len(word)
    short = []
    for word in words:
        if len(word) == length:
            short.append(word)
    return short

print(shortest(["plum", "pear", "cherry"]))
