def tally(words):
    counts = {}
    for word in words:
        if word != "nothing":
            if word in counts:
                counts[word] = counts[word] + 1
            else:
                counts[word] = 1
    return counts

print(tally(["bus", "nothing", "bus"]))
