def sort_out(lines):
    good = []
    bad = 0
    for line in lines:
        parts = line.split(",")
        if len(parts) != 2 or number(parts[1]) is None:
            bad = bad + 1
        else:
            good.append([parts[0], number(parts[1])])
    return [good, bad]
