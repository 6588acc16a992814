def sort_out(lines):
    good, bad = [], []
    for line in lines:
        street, *rest = line.split(",")
        if len(rest) == 1:
            hens = number(rest[0])
            if hens != None:
                good.append([street, hens])
                continue
        bad.append(line)
    return [good, bad]
