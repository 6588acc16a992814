def letters(words):
    short = []
    long = []
    for word in words:
        if len(word) > 5:
            long.append(word)
        else:
            short.append(word)
    return [short, long]
