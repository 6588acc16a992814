def count(notes):
    counts = {}
    for note in notes:
        key = note.lower()
        counts[key] = counts.get(key, 0) + 1
    return counts
