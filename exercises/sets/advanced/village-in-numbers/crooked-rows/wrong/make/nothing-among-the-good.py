def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) != 2:
            bad.append(line)
        else:
            good.append([parts[0], number(parts[1])])
    return [good, bad]
