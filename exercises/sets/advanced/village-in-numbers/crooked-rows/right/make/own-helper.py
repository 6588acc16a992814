def is_good(line):
    return line.count(",") == 1 and number(line.split(",")[1]) is not None


def row_of(line):
    street, hens = line.split(",")
    return [street, number(hens)]


def sort_out(lines):
    good = [row_of(line) for line in lines if is_good(line)]
    bad = [line for line in lines if not is_good(line)]
    return [good, bad]
