def count(notes):
    small = []
    for note in notes:
        small.append(note.lower())
    counts = {}
    for note in small:
        if note not in counts:
            counts[note] = 0
        counts[note] += 1
    return counts
