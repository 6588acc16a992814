def count(notes):
    counts = {}
    for note in notes:
        note = note.lower()
        if note in counts:
            counts[note] = counts[note] + 1
        else:
            counts[note] = 1
    return counts

print(count(["Lamp", "bus", "LAMP"]))
