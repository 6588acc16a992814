notes = ["bus", "road", "bus"]
counts = {}
for note in notes:
    counts[note] = 1
print(counts)
