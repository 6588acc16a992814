def tally(notes, known):
    counts = {}
    for problem in known:
        counts[problem] = 0
    counts["other"] = 0
    for note in notes:
        if note not in known:
            note = "other"
        counts[note] += 1
    return counts
