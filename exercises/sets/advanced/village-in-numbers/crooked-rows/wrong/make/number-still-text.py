def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) != 2 or number(parts[1]) is None:
            bad.append(line)
        else:
            good.append(parts)
    return [good, bad]
