def total(lines):
    for line in lines:
        result = 0
        parts = line.split(",")
        result = result + int(parts[2])
    return result
