def report(lines):
    result = []
    for line in lines:
        name, before, now = line.split(",")
        if before == "" or now == "" or before == "?" or now == "?":
            result.append([name, "unknown", None])
        elif len(before) < 2:
            result.append([name, "number", now - before])
        else:
            result.append([name, "percent", 100 * (now - before) / before])
    return result


print(report(table))
