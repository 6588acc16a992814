def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if number(parts[1]) is None:
            bad.append(line)
        else:
            good.append([parts[0], number(parts[1])])
    return [good, bad]
