def tally(notes, known):
    counts = {}
    for problem in known:
        number = 0
        for note in notes:
            if note == problem:
                number = number + 1
        counts[problem] = number
    other = 0
    for note in notes:
        if note in known:
            other = other + 0
        else:
            other = other + 1
    counts["other"] = other
    return counts

print(tally(["pizza"], ["lamp"]))
