def report(lines):
    result = []
    for line in lines:
        parts = line.split(",")
        before = number(parts[1])
        now = number(parts[2])
        sort = "unknown"
        more = None
        if before != None and now != None:
            more = now - before
            sort = "number"
            if before >= 20:
                sort = "percent"
                more = 100 * more / before
        result.append([parts[0], sort, more])
    return result


print(report(table))
