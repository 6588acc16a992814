def tally(words):
    counts = {}
    for word in words:
        counts[word] = words.count(word)
    if "nothing" in counts:
        del counts["nothing"]
    return counts
