def total(lines):
    result = ""
    for line in lines:
        parts = line.split(",")
        result = result + parts[2]
    return result
