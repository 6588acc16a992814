def tally(words):
    counts = {}
    for word in words:
        if word != "nothing":
            counts[word] = 1
    return counts
