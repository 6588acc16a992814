def longest_name(lines):
    result = 0
    for line in lines:
        parts = line.split(",")
        result = max(result, len(parts[0]))
    return result
