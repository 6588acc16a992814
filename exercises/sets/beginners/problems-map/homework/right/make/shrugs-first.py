def tally(words):
    serious = []
    for word in words:
        if word != "nothing":
            serious.append(word)
    counts = {}
    for word in serious:
        if word not in counts:
            counts[word] = 0
        counts[word] += 1
    return counts
