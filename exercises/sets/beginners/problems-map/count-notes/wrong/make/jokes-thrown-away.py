def tally(notes, known):
    counts = {"other": 0}
    for problem in known:
        counts[problem] = 0
    for note in notes:
        if note in known:
            counts[note] = counts[note] + 1
    return counts
