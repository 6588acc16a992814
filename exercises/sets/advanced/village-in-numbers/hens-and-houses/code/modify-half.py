for line in lines:
    parts = line.split(",")
    result = result + int(parts[...])
