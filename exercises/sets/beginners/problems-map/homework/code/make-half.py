def tally(words):
    counts = {}
    for word in words:
        if word != ...:
            if word in counts:
                ...
            else:
                ...
    return counts
