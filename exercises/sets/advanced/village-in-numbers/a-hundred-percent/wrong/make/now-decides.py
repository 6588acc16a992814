def report(lines):
    result = []
    for line in lines:
        name, before, now = line.split(",")
        before = number(before)
        now = number(now)
        if before is None or now is None:
            result.append([name, "unknown", None])
        elif now < 20 or before == 0:
            result.append([name, "number", now - before])
        else:
            result.append([name, "percent", 100 * (now - before) / before])
    return result


print(report(table))
