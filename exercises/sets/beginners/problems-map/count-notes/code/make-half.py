def tally(notes, known):
    counts = {"other": 0}
    for problem in known:
        counts[problem] = ...
    for note in notes:
        if note in known:
            ...
        else:
            ...
    return counts
