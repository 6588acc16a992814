def count(notes):
    counts = {}
    for note in notes:
        if note in counts:
            counts[note] = counts[note] + 1
        else:
            counts[note.lower()] = 1
    return counts
