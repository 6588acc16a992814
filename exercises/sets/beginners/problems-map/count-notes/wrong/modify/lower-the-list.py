def count(notes):
    counts = {}
    notes = notes.lower()
    for note in notes:
        if note in counts:
            counts[note] = counts[note] + 1
        else:
            counts[note] = 1
    return counts
