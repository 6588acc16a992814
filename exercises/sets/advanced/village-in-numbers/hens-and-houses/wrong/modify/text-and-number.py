def total(lines):
    result = 0
    for line in lines:
        parts = line.split(",")
        result = result + parts[2]
    return result
