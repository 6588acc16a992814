def sort_out(lines):
    good = []
    bad = []
    for line in lines:
        parts = line.split(",")
        if len(parts) == 2:
            hens = number(parts[1])
            if hens is not None:
                good.append([parts[0], hens])
            else:
                bad.append(line)
        else:
            bad.append(line)
    return [good, bad]


print(sort_out(["Mill Street,52", "Long Street,"]))
