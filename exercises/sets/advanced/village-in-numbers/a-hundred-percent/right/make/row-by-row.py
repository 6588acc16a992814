def row_of(line):
    parts = line.split(",")
    before, now = number(parts[1]), number(parts[2])
    if before is None or now is None:
        return [parts[0], "unknown", None]
    if before >= 20:
        return [parts[0], "percent", (now - before) / before * 100]
    return [parts[0], "number", now - before]


def report(lines):
    return [row_of(line) for line in lines]
