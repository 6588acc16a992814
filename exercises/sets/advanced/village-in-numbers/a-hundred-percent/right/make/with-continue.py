def report(lines):
    result = []
    for line in lines:
        name, before, now = line.split(",")
        before, now = number(before), number(now)
        if None in (before, now):
            result += [[name, "unknown", None]]
            continue
        more = now - before
        if before < 20:
            result += [[name, "number", more]]
        else:
            result += [[name, "percent", more * 100 / before]]
    return result
