def tally(notes, known):
    counts = {"other": 0}
    for problem in known:
        counts[problem] = 0
    for note in notes:
        if note in known:
            counts[note] = counts[note] + 1
        else:
            counts["other"] = counts["other"] + 1
    return counts

bar_chart(tally(["lamp", "pizza", "lamp"], ["lamp", "bus"]), title="Our notes")
