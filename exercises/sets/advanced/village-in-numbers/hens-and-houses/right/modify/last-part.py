def total(lines):
    hens = []
    for line in lines:
        hens.append(int(line.split(",")[-1]))
    return sum(hens)
