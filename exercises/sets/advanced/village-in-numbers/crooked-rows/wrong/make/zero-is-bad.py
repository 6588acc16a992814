def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) == 2 and number(parts[1]):
            good.append([parts[0], number(parts[1])])
        else:
            bad.append(line)
    return [good, bad]
