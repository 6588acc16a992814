def tally(notes, known):
    counts = {}
    rest = len(notes)
    for problem in known:
        counts[problem] = notes.count(problem)
        rest = rest - counts[problem]
    counts["other"] = rest
    return counts
