def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) != 2 or ...:
            bad.append(line)
    return [good, bad]
