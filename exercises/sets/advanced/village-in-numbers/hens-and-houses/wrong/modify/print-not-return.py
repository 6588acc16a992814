def total(lines):
    result = 0
    for line in lines:
        parts = line.split(",")
        result = result + int(parts[2])
    print(result)
