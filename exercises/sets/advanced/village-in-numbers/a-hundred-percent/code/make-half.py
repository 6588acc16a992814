name, before, now = line.split(",")
before = number(before)
now = number(now)
if before is None or ...:
    result.append([name, "unknown", None])
elif ...:
    result.append([name, "number", ...])
else:
    result.append([name, "percent", ...])
