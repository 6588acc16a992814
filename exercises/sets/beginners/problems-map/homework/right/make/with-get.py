def tally(words):
    counts = {}
    for word in words:
        if word == "nothing":
            continue
        counts[word] = counts.get(word, 0) + 1
    return counts
