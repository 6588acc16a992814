def total(lines):
    return sum(int(line.split(",")[2]) for line in lines)
