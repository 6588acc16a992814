def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) == 2 and number(parts[1]) is not None:
            good.append([parts[0], number(parts[1])])
    return [good, bad]
